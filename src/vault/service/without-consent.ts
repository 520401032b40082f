import type { WithoutConsent } from '../../shared/contract/today.ts';
import { listActions } from '../store/actions.ts';
import { actionRows } from './action-rows.ts';
import type { VaultContext } from './context.ts';
import { pendingOverrides } from './overrides.ts';

/**
 * Actions that go on without a consent they need: those with nothing to rest on, as after a
 * withdrawal, and then those that rest on an override while somebody still has to be asked.
 */
export function withoutConsent(context: VaultContext): WithoutConsent[] {
  const underWay = listActions(context.store, { statuses: ['in-progress'] });
  const lacking = actionRows(context, underWay).filter(({ gate }) => !gate.allowed);
  return [
    ...lacking.map(({ id, title, gate }) => ({
      ...{ id, title, restsOn: 'nothing' as const },
      contacts: namesOf(gate.gaps),
    })),
    ...pendingOverrides(context.store, context.today()).map(({ actionId, title, missing }) => ({
      ...{ id: actionId, title, restsOn: 'override' as const },
      contacts: namesOf(missing.filter(({ now }) => now !== null).map(({ gap }) => gap)),
    })),
  ];
}

function namesOf(gaps: readonly { readonly contactLabel: string }[]): string[] {
  return [...new Set(gaps.map(({ contactLabel }) => contactLabel))];
}
