import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RhythmRow } from '../../../shared/contract/rhythm.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { localToday, localTodayPlus } from '../../i18n/local-today.ts';
import styles from './rhythm.module.css';

export interface PlanDialogProps {
  readonly row: Pick<RhythmRow, 'id' | 'label' | 'plannedOn'>;
  readonly onClose: () => void;
}

/** Plans the next contact for a day; until then it is not called late. */
export function PlanDialog({ row, onClose }: PlanDialogProps): ReactNode {
  const { t } = useTranslation(['rhythm', 'common', 'errors']);
  const plan = useAsk(client.rhythm.plan);
  const done = useUndoToast();
  const [on, setOn] = useState<string | null>(row.plannedOn ?? localTodayPlus(1));
  const [text, setText] = useState(t('planText'));
  const [isTried, setTried] = useState(false);
  const dateError =
    on === null ? t('errors:required') : on < localToday() ? t('errors:in-past') : undefined;
  const textError = text.trim() === '' ? t('errors:required') : undefined;

  const confirm = async (): Promise<void> => {
    setTried(true);
    if (on === null || dateError !== undefined || textError !== undefined) return;
    const outcome = await plan.ask({ contactId: row.id, on, text });
    if (!outcome.ok) return;
    done(t('toast.planned', { name: row.label }), outcome.value.changeSetId);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('plan.title', { name: row.label })}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={plan.pending} onPress={() => void confirm()}>
            {t('plan.save')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <p>{t('plan.note')}</p>
        <DateField
          label={t('plan.on')}
          isRequired
          autoFocus
          value={on}
          onChange={setOn}
          error={isTried ? dateError : undefined}
        />
        <TextField
          label={t('plan.text')}
          value={text}
          onChange={setText}
          error={isTried ? textError : undefined}
        />
        <ErrorNotice error={plan.failure} />
      </div>
    </Dialog>
  );
}
