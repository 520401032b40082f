import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import type { ActionStatus } from '../../../shared/model/vocabulary/action.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useFailureWords } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../components/toasts.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { GatePanel } from './GatePanel.tsx';

export interface MoveAction {
  readonly move: (row: ActionRow, status: ActionStatus) => void;
  /** To be placed in the view: opens where the gate stands in the way. */
  readonly panel: ReactNode;
}

/** Moves an action. Where the gate stands in the way its panel opens instead, and nothing has moved. */
export function useMoveAction(): MoveAction {
  const { t } = useTranslation('actions');
  const label = useLabel();
  const words = useFailureWords();
  const { ask } = useAsk(client.actions.move);
  const done = useUndoToast();
  const [stopped, setStopped] = useState<{ row: ActionRow; status: ActionStatus } | null>(null);

  const move = async (row: ActionRow, status: ActionStatus): Promise<void> => {
    if (row.status === status) return;
    const outcome = await ask({ id: row.id, status });
    if (outcome.ok) {
      const title = t('card.movedToast', {
        title: row.title,
        status: label('actionStatus', status),
      });
      done(title, outcome.value.changeSetId);
    } else if (
      outcome.failure.kind === 'consent-missing' ||
      outcome.failure.kind === 'action-not-ready'
    ) {
      setStopped({ row, status });
    } else {
      const { title, detail } = words(outcome.failure);
      showToast({ title, detail, isProblem: true });
    }
  };

  return {
    move: (row, status) => void move(row, status),
    panel: stopped !== null && (
      <GatePanel row={stopped.row} status={stopped.status} onClose={() => setStopped(null)} />
    ),
  };
}
