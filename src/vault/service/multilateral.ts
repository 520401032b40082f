import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { MultilateralRow } from '../../shared/contract/multilateral.ts';
import { timelineOf } from '../../shared/model/action-timeline.ts';
import type { Action } from '../../shared/model/action.ts';
import type { Task } from '../../shared/model/task.ts';
import { MULTILATERAL_TYPES } from '../../shared/model/vocabulary/action.ts';
import { ok } from '../../shared/outcome.ts';
import { listActions } from '../store/actions.ts';
import { groupBy } from '../store/group-by.ts';
import { storedTasks } from '../store/tasks.ts';
import { actionRows } from './action-rows.ts';
import type { VaultContext } from './context.ts';

/** What is done through the United Nations ("Multilateral system" of the paper). */
export const multilateralHandlers: Handlers<Calls, 'vault', VaultContext>['multilateral'] = {
  list: (context) => {
    const { store } = context;
    const actions = listActions(store, { types: MULTILATERAL_TYPES });
    const byId = new Map(actions.map((action) => [action.id, action]));
    const tasks = groupBy(storedTasks(store, {}, []), (task) => task.actionId);
    const rows = actionRows(context, actions).flatMap((row): MultilateralRow[] => {
      const action = byId.get(row.id);
      if (action === undefined) return [];
      const next = nextStep(action, context.today(), tasks.get(row.id) ?? []);
      return [{ action: row, particulars: action.particulars, doneOn: action.doneOn, next }];
    });
    return ok(rows);
  },
};

function nextStep(action: Action, today: string, tasks: readonly Task[]): MultilateralRow['next'] {
  for (const { step, text, state, dueOn, isOverdue } of timelineOf(action, today, tasks)) {
    if (state === 'open' && dueOn !== null) return { step, text, dueOn, isOverdue };
  }
  return null;
}
