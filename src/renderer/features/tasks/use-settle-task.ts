import { useTranslation } from 'react-i18next';
import type { TaskRef, TaskRow } from '../../../shared/contract/tasks.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useFailureWords } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../components/toasts.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useTaskWords } from './use-task-words.ts';

/** How a call names a task: by its record, or, where nobody touched the step yet, by the step. */
export function taskRef(row: TaskRow, text: string): TaskRef {
  if (row.id !== null) return { id: row.id };
  return { actionId: row.action?.id ?? '', step: row.step ?? '', text };
}

export interface SettleTask {
  readonly settle: (row: TaskRow, state: TaskRow['state']) => void;
  readonly remove: (row: TaskRow) => void;
  readonly isPending: boolean;
}

/** Settles, opens again or removes tasks, each with an undo. */
export function useSettleTask(): SettleTask {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  const failureWords = useFailureWords();
  const settling = useAsk(client.tasks.settle);
  const removing = useAsk(client.tasks.remove);
  const done = useUndoToast();

  const say = (outcome: Awaited<ReturnType<typeof settling.ask>>, title: string): void => {
    if (outcome.ok) {
      done(title, outcome.value.changeSetId);
      return;
    }
    const { title: problem, detail } = failureWords(outcome.failure);
    showToast({ title: problem, detail, isProblem: true });
  };
  const settle = async (row: TaskRow, state: TaskRow['state']): Promise<void> => {
    const text = words.text(row);
    const outcome = await settling.ask({ task: taskRef(row, text), state });
    say(outcome, t(state === 'open' ? 'toast.reopened' : 'toast.settled', { text }));
  };
  const remove = async ({ id, step }: TaskRow): Promise<void> => {
    if (id === null) return;
    const outcome = await removing.ask({ id });
    say(outcome, t(step === null ? 'toast.removed' : 'toast.usual'));
  };

  return {
    settle: (row, state) => void settle(row, state),
    remove: (row) => void remove(row),
    isPending: settling.pending || removing.pending,
  };
}
