import type { FailureOf } from '../../shared/contract/failure.ts';
import { saysMore, unrestedBecause, type Presence } from '../../shared/model/presence.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { findAction } from '../store/actions.ts';
import { standingGate } from './action-gate.ts';
import { consentMissing } from './action-rows.ts';
import { invalid, type VaultContext } from './context.ts';

/** Where a form has what a presence is made of. */
export interface PresencePaths {
  readonly action: readonly string[];
  readonly day: readonly string[];
}

type Refusal = Extract<
  Outcome<never, FailureOf<'invalid-argument' | 'consent-missing'>>,
  { readonly ok: false }
>;

/**
 * Whether it may be put down that the mission was there, or why not; null where it may. Asked of
 * whatever is said anew, by a save or an undo: what was put down rightly stays a fact, whatever
 * becomes of its action.
 *
 * An action under way must have its consent still today, as for being finished (decision 0010). One
 * that is done was asked then; it bears no presence of a later day.
 */
export function refusePresence(
  context: VaultContext,
  before: Presence | null,
  after: Presence | null,
  paths: PresencePaths,
): Refusal | null {
  if (after === null || !saysMore(before, after)) return null;
  const { store } = context;
  const today = context.today();
  if (after.on > today) return invalid(paths.day, 'in-future');
  const action = after.actionId === null ? null : findAction(store, after.actionId);
  const unrested = unrestedBecause(after, action);
  if (unrested !== null || action === null) {
    return invalid(paths.action, unrested ?? 'action-required');
  }
  if (action.status === 'done') {
    const isLater = action.doneOn !== null && after.on > action.doneOn;
    return isLater ? invalid(paths.day, 'after-action-done') : null;
  }
  const gate = standingGate(store, action, today);
  return gate.via === null ? consentMissing(gate.gaps) : null;
}
