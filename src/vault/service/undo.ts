import { calls, type Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import {
  COMMON_FAILURES,
  type Failure,
  type FailureKind,
  type FailureOf,
} from '../../shared/contract/failure.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { Gap } from '../../shared/model/consent-gate.ts';
import { fail, ok } from '../../shared/outcome.ts';
import type { ChangeSet } from '../db/change-types.ts';
import { failureOf, refuse } from '../db/errors.ts';
import { readChangeSet } from '../db/history.ts';
import { transact } from '../db/transaction.ts';
import { undoBundle, undoChangeSet } from '../db/undo.ts';
import { findAction } from '../store/actions.ts';
import { danglingAfter, sealedLogsIn } from '../store/ties.ts';
import { isUnderWay, standingGate } from './action-gate.ts';
import type { VaultContext } from './context.ts';
import { announce } from './write.ts';

/**
 * Takes back a change set; one that came with a bundle goes with all that the bundle brought. What
 * stands afterwards must keep the rules that a call would have kept, or nothing is changed:
 *
 * - a sealed log, and what belongs to it, stays (`not-undoable`), unless a bundle brought it;
 * - what left with a bundle cannot be taken back (`not-undoable`);
 * - this officer's own record stays (`undo-conflict`);
 * - no action ends up under way that the gate would not let pass today (`consent-missing`);
 * - nothing is left tied or attached to what is gone (`undo-conflict`, naming what is).
 */
export const undo: Handlers<Calls, 'vault', VaultContext>['history']['undo'] = (
  context,
  { changeSetId },
) => {
  const { store } = context;
  const set = readChangeSet(store, changeSetId);
  if (set === null) return fail({ kind: 'not-found', record: null });
  try {
    const undoings = transact(store, () => {
      assertUndoable(context, set);
      const by = { author: context.author, device: context.device };
      const ids =
        set.sourceBundle === null
          ? [undoChangeSet(store, set.id, by)]
          : undoBundle(store, set.sourceBundle, by);
      for (const id of ids) assertRulesKept(context, id);
      return ids;
    });
    for (const id of undoings) announce(context, id);
    const last = undoings.at(-1);
    if (last === undefined) throw new Error('an undo without a change set');
    return ok({ changeSetId: last });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return fail(declared(failure, error));
  }
};

function assertUndoable({ store, author }: VaultContext, set: ChangeSet): void {
  if (set.reason === 'export-bundle') refuse({ kind: 'not-undoable', reason: 'bundle-sent' });
  if (set.reason === 'set-up') {
    refuse({ kind: 'undo-conflict', records: [{ type: 'officer', id: author.id }] });
  }
  // Settling a promise of a sealed log is no part of the log.
  if (set.sourceBundle === null && set.reason !== 'settle' && sealedLogsIn(store, set).length > 0) {
    refuse({ kind: 'not-undoable', reason: 'sealed-since' });
  }
}

/** Judges what stands after an undoing, inside the transaction that made it. */
function assertRulesKept(context: VaultContext, undoingId: string): void {
  const { store } = context;
  const undoing = readChangeSet(store, undoingId);
  if (undoing === null) throw new Error('an undo that is not in the log');
  const dangling = danglingAfter(store, undoing);
  if (dangling.length > 0) refuse({ kind: 'undo-conflict', records: dangling });
  const gaps = recordsIn(undoing)
    .filter((record) => record.type === 'action')
    .flatMap((record) => gapsOf(context, undoing, record));
  if (gaps.length > 0) refuse({ kind: 'consent-missing', gaps });
}

/** What an undoing may not bring about for an action under way without the gate being asked. */
const GATED_FIELDS: readonly string[] = ['status', 'type', 'audience', 'subjectIds', 'override'];

function gapsOf(context: VaultContext, undoing: ChangeSet, { id }: RecordRef): Gap[] {
  const action = findAction(context.store, id);
  if (action === null || !isUnderWay(action.status)) return [];
  const asks = undoing.changes.some(
    (change) => change.recordId === id && GATED_FIELDS.includes(change.field),
  );
  if (!asks) return [];
  const decision = standingGate(context.store, action, context.today());
  return decision.allowed ? [] : [...decision.gaps];
}

function recordsIn(set: ChangeSet): RecordRef[] {
  const records = new Map<string, RecordRef>();
  for (const { recordType: type, recordId: id } of set.changes) {
    records.set(`${type} ${id}`, { type, id });
  }
  return [...records.values()];
}

/** The failure, if the contract lets an undo fail so; anything else is a fault. */
function declared(failure: Failure, error: unknown): FailuresOf<typeof calls.history.undo> {
  const kinds: readonly FailureKind[] = [...calls.history.undo.failures, ...COMMON_FAILURES];
  if (!kinds.includes(failure.kind)) throw error;
  return failure as FailureOf<(typeof calls.history.undo.failures)[number]>;
}
