import { useState, type ReactNode } from 'react';
import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TravelAudience } from '../../../shared/model/travel.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { BriefView } from './BriefView.tsx';
import styles from './brief.module.css';

export interface ExportBriefProps {
  /** Who travels: at least one. */
  readonly contacts: readonly { readonly contactId: string; readonly label: string }[];
  /** All who were chosen: what names somebody who stays is told of nobody. */
  readonly contactIds: readonly string[];
  readonly audience: TravelAudience;
}

/** A button to read the brief that goes along, before the bundle is sealed. */
export function ExportBrief(props: ExportBriefProps): ReactNode {
  const { t } = useTranslation('brief');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={BookOpen} onPress={() => setOpen(true)}>
        {t('export.button')}
      </Button>
      {isOpen && <BriefDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The brief as the recipient will read it, contact by contact. */
function BriefDialog(props: ExportBriefProps & { readonly onClose: () => void }): ReactNode {
  const { onClose, contacts, contactIds, audience } = props;
  const { t } = useTranslation('brief');
  const [chosen, setChosen] = useState(contacts[0]?.contactId ?? '');
  const told = useCall(client.brief.ofContacts, { contactIds: [...contactIds], audience });
  const brief = told.data?.contacts.find(({ contactId }) => contactId === chosen);
  return (
    <Dialog isOpen kind="wide" isLookedAt onClose={onClose} title={t('export.title')}>
      <div className={styles['column']}>
        <p className={styles['small']}>{t('export.note')}</p>
        {contacts.length > 1 && (
          <Select
            label={t('export.contact')}
            value={chosen}
            onChange={setChosen}
            options={contacts.map(({ contactId, label }) => ({ value: contactId, label }))}
          />
        )}
        <ErrorNotice error={told.error} onRetry={() => void told.refetch()} />
        {told.data === undefined && told.error === null && <Skeleton lines={8} />}
        {brief !== undefined && (
          <article className={styles['reader']} aria-label={brief.label}>
            <h3 className={styles['name']}>
              <bdi>{brief.label}</bdi>
            </h3>
            <BriefView brief={brief} />
          </article>
        )}
      </div>
    </Dialog>
  );
}
