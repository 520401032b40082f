import type { ActionStatus } from '../../shared/model/vocabulary/action.ts';
import type { ConsentAudience, ConsentPurpose } from '../../shared/model/vocabulary/consent.ts';
import { listActions } from '../store/actions.ts';
import { standingGates } from './action-gate.ts';
import type { VaultContext } from './context.ts';

/** One purpose towards one audience. */
export interface ConsentPair {
  readonly purpose: ConsentPurpose;
  readonly audience: ConsentAudience;
}

/**
 * Actions for a contact for whom a consent they need is missing today: those under way, whatever
 * is missing, and those planned that need what was just refused.
 * @param refused What was refused or withdrawn just now.
 */
export function actionsTouchedBy(
  context: VaultContext,
  contactId: string,
  refused: readonly ConsentPair[],
): { id: string; title: string; status: ActionStatus }[] {
  const { store } = context;
  const pending = listActions(store, { contactId, statuses: ['in-progress', 'planned'] });
  const gates = standingGates(store, pending, context.today());
  return pending
    .filter((action) => {
      const gate = gates.get(action.id);
      if (gate === undefined || gate.via !== null) return false;
      const gaps = gate.gaps.filter((gap) => gap.contactId === contactId);
      if (action.status === 'in-progress') return gaps.length > 0;
      return gaps.some((gap) =>
        refused.some(
          ({ purpose, audience }) =>
            gap.purpose === purpose && (audience === 'any' || gap.audience === audience),
        ),
      );
    })
    .map(({ id, title, status }) => ({ id, title, status }));
}
