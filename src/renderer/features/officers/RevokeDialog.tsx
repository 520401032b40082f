import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import styles from './officers.module.css';

export interface RevokeDialogProps {
  readonly officer: OfficerView;
  readonly onClose: () => void;
}

/** Marks a card as not to be relied on, with the reason. */
export function RevokeDialog({ officer, onClose }: RevokeDialogProps): ReactNode {
  const { t } = useTranslation(['officers', 'common']);
  const revoke = useAsk(client.officers.revoke);
  const done = useUndoToast();
  const [note, setNote] = useState('');

  const confirm = async (): Promise<void> => {
    const outcome = await revoke.ask({ id: officer.id, note });
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
        <TextArea label={t('revoke.note')} value={note} onChange={setNote} rows={2} autoFocus />
        <ErrorNotice error={revoke.failure} />
      </div>
    </Dialog>
  );
}
