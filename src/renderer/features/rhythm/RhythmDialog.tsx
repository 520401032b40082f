import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RhythmRow } from '../../../shared/contract/rhythm.ts';
import { rhythmOf } from '../../../shared/model/cadence.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NumberField } from '../../components/fields/NumberField.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import styles from './rhythm.module.css';

export interface RhythmDialogProps {
  readonly row: Pick<RhythmRow, 'id' | 'label' | 'rhythm' | 'riskLevel'>;
  readonly onClose: () => void;
}

/** A rhythm of a contact's own; empty goes back to that of its level of risk. */
export function RhythmDialog({ row, onClose }: RhythmDialogProps): ReactNode {
  const { t } = useTranslation(['rhythm', 'common']);
  const set = useAsk(client.rhythm.setRhythm);
  const done = useUndoToast();
  const [everyDays, setEveryDays] = useState<number | null>(
    row.rhythm?.setBy === 'officer' ? row.rhythm.everyDays : null,
  );
  const usual = rhythmOf({ contactEveryDays: null, riskLevel: row.riskLevel });

  const confirm = async (): Promise<void> => {
    const outcome = await set.ask({ contactId: row.id, everyDays });
    if (!outcome.ok) return;
    done(t('toast.rhythm', { name: row.label }), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('own.title', { name: row.label })}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={set.pending} onPress={() => void confirm()}>
            {t('own.save')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <NumberField
          label={t('own.days')}
          description={
            usual === null ? t('own.hintNone') : t('own.hint', { count: usual.everyDays })
          }
          minValue={1}
          maxValue={730}
          value={everyDays}
          onChange={setEveryDays}
        />
        <ErrorNotice error={set.failure} />
      </div>
    </Dialog>
  );
}
