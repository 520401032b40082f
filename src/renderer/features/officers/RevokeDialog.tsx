import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { REVOKED_WHY } from '../../../shared/model/officer.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './officers.module.css';

export type RevokedWhy = (typeof REVOKED_WHY)[number];

export interface RevokeDialogProps {
  readonly officer: OfficerView;
  /** Known already, where a comparison led here. */
  readonly why: RevokedWhy | null;
  readonly onClose: () => void;
}

/** Marks a card as not to be relied on, with the reason and what follows from it. */
export function RevokeDialog({ officer, why: known, onClose }: RevokeDialogProps): ReactNode {
  const { t } = useTranslation(['officers', 'common']);
  const label = useLabel();
  const revoke = useAsk(client.officers.revoke);
  const done = useUndoToast();
  const [why, setWhy] = useState<RevokedWhy | null>(known);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);

  const confirm = async (): Promise<void> => {
    setTried(true);
    if (why === null) return;
    const outcome = await revoke.ask({ id: officer.id, why, note });
    if (!outcome.ok) return;
    done(t('revoke.done'), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('revoke.title', { name: officer.name })}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="dangerSolid" isPending={revoke.pending} onPress={() => void confirm()}>
            {t('revoke.action')}
          </Button>
        </>
      }
    >
      <div className={styles['column']}>
        <p>{t('revoke.intro')}</p>
        <RadioGroup
          label={t('revoke.why')}
          isRequired
          value={why}
          onChange={setWhy}
          error={isTried && why === null ? t('revoke.needWhy') : undefined}
          options={REVOKED_WHY.map((value) => ({ value, label: label('revokedWhy', value) }))}
        />
        <TextArea label={t('revoke.note')} value={note} onChange={setNote} rows={2} />
        <ErrorNotice error={revoke.failure} />
      </div>
    </Dialog>
  );
}
