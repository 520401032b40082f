import { useState, type ReactNode } from 'react';
import { ChevronDown, ChevronRight, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { VirtualList } from '../../components/VirtualList.tsx';
import { RecordChanges } from '../history/RecordChanges.tsx';
import { changesByRecord } from '../history/change-groups.ts';
import { useCounts } from './use-counts.ts';
import styles from './bundles.module.css';

type Incoming = ImportPreview['contacts'][number];

/** For whom something comes, and on opening a row what it changes, field by field. */
export function ImportContacts({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { t } = useTranslation('bundles');
  const counts = useCounts();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { contacts, importId } = preview;
  const toggle = ({ id }: Incoming): void =>
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Card title={t('import.preview.contents')} icon={Users}>
      <div className={styles['column']}>
        <div>
          <p>{counts(preview.counts)}</p>
          <p className={styles['small']}>
            {t('import.preview.changes', { count: preview.changeSets })}
            {preview.mergedFields > 0 &&
              ` · ${t('import.preview.merged', { count: preview.mergedFields })}`}
          </p>
        </div>
        {contacts.length > 0 && (
          <div className={styles['incomingList']} data-few={contacts.length < 6 ? '' : undefined}>
            <VirtualList
              label={t('import.preview.contacts')}
              items={contacts}
              keyOf={({ id }) => id}
              rowSize={3.25}
              onOpen={toggle}
              renderRow={(contact) => (
                <ContactRow contact={contact} importId={importId} isOpen={opened.has(contact.id)} />
              )}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

interface ContactRowProps {
  readonly contact: Incoming;
  readonly importId: string;
  readonly isOpen: boolean;
}

function ContactRow({ contact, importId, isOpen }: ContactRowProps): ReactNode {
  const { t } = useTranslation('bundles');
  const counts = useCounts();
  const { contact: _self, ...rest } = contact.counts;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <div role="gridcell" aria-expanded={isOpen} className={styles['incoming']}>
      <div className={styles['entryHead']}>
        <Icon aria-hidden className={styles['opener']} />
        <bdi>{contact.label}</bdi>
        <Badge tone={contact.isNew ? 'accent' : 'neutral'}>
          {t(contact.isNew ? 'import.preview.new' : 'import.preview.known')}
        </Badge>
        {!contact.isNew && contact.changedFields > 0 && (
          <span className={styles['small']}>
            {t('import.preview.changedFields', { count: contact.changedFields })}
          </span>
        )}
      </div>
      <p className={styles['small']}>{counts(rest)}</p>
      {isOpen && <Changes importId={importId} contactId={contact.id} />}
    </div>
  );
}

/** What the bundle changes of one contact and of what belongs to it. */
function Changes(props: { readonly importId: string; readonly contactId: string }): ReactNode {
  const { t } = useTranslation('bundles');
  const changes = useCall(client.bundles.changesOf, props);
  if (changes.error !== null) return <ErrorNotice error={changes.error} />;
  if (changes.data === undefined) return <Skeleton lines={3} />;
  if (changes.data.length === 0) {
    return <p className={styles['small']}>{t('import.preview.nothingChanges')}</p>;
  }
  return (
    <div className={styles['column']}>
      {changesByRecord({ changes: changes.data }).map((record) => (
        <RecordChanges key={record.key} record={record} naming="text" />
      ))}
    </div>
  );
}
