import { calls, type Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import {
  COMMON_FAILURES,
  type Failure,
  type FailureKind,
  type FailureOf,
} from '../../shared/contract/failure.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { Action } from '../../shared/model/action.ts';
import { asksAnew } from '../../shared/model/consent-gate.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { fail, ok } from '../../shared/outcome.ts';
import { canonicalJson } from '../canonical-json.ts';
import { EXISTS, type ChangeSet } from '../db/change-types.ts';
import { failureOf, refuse } from '../db/errors.ts';
import { changeSetsOfBundle, readChangeSet } from '../db/history.ts';
import { readRecord } from '../db/record-table.ts';
import { transact } from '../db/transaction.ts';
import { type AfterPuttingBack, undoBundle, undoChangeSet } from '../db/undo.ts';
import { findAction } from '../store/actions.ts';
import { entrySetOf } from '../store/change-sets.ts';
import { circlingAmong } from '../store/incidents.ts';
import { danglingAfter, sealedLogsIn } from '../store/ties.ts';
import { isUnderWay, standingGate } from './action-gate.ts';
import { gateRefusal } from './action-rows.ts';
import type { VaultContext } from './context.ts';
import { followNewestAssessment } from './risk-level.ts';
import { assertCustodyRules } from './undone-custody.ts';
import { announce, writeQuietly } from './write.ts';

/**
 * Takes back a change set; one that came with a bundle goes with all that the bundle brought. What
 * stands afterwards must keep the rules that a call would have kept, or nothing is changed:
 *
 * - a sealed log, and what belongs to it, stays (`not-undoable`), unless a bundle brought it;
 * - what left with a bundle cannot be taken back (`not-undoable`);
 * - this officer's own record stays (`undo-conflict`);
 * - no action ends up under way that the gate would not let pass today (`consent-missing`, or
 *   `action-not-ready` where its instruction or clearance would be gone);
 * - nobody ends up as having been at a visit or a hearing that no action bears, and nobody as held
 *   twice (`consent-missing`, `undo-conflict`);
 * - nothing is left tied or attached to what is gone (`undo-conflict`, naming what is);
 * - no chain of events closes to a circle (`undo-conflict`).
 *
 * The level of risk of a contact stays that of the newest assessment, in the same change set.
 */
export const undo: Handlers<Calls, 'vault', VaultContext>['history']['undo'] = (
  context,
  { changeSetId },
) => {
  const { store } = context;
  const levelsOf =
    (sets: readonly ChangeSet[]): AfterPuttingBack =>
    (writer) =>
      followNewestAssessment(
        store,
        writer,
        sets.flatMap((each) => ratedIn(store, each)),
      );
  const set = readChangeSet(store, changeSetId);
  if (set === null) return fail({ kind: 'not-found', record: null });
  try {
    const undoings = transact(store, () => {
      assertUndoable(context, set);
      const by = { author: context.author, device: context.device };
      const bundleId = bundleOf(set);
      const ids =
        bundleId === null
          ? [undoChangeSet(store, set.id, by, levelsOf([set]))]
          : [
              ...releaseHeldBack(context, bundleId),
              ...undoBundle(store, bundleId, by, levelsOf(changeSetsOfBundle(store, bundleId))),
            ];
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

/** The bundle that a change set came with, or was the taking in of; null for every other. */
function bundleOf(set: ChangeSet): string | null {
  if (set.sourceBundle !== null) return set.sourceBundle;
  if (set.reason !== 'import-bundle') return null;
  return set.changes.find((change) => change.recordType === 'bundle-entry')?.recordId ?? null;
}

/** What is changed when a bundle is taken in: actions, and what rests on them. */
const HELD_BACK_TYPES: readonly RecordType[] = ['action', 'visit-request', 'hearing'];

/**
 * Puts actions that were held back as planned when a bundle was taken in, and the visits and
 * attendances that rest on them, back as the bundle had them, for they go with it next. Its line in
 * the register stays: it did come in. Gives the change set, if there was one to write.
 */
function releaseHeldBack(context: VaultContext, bundleId: string): string[] {
  const { store } = context;
  const entrySetId = entrySetOf(store, bundleId);
  const changes = entrySetId === null ? [] : (readChangeSet(store, entrySetId)?.changes ?? []);
  const held = changes.filter((change) => HELD_BACK_TYPES.includes(change.recordType));
  const { changeSetId } = writeQuietly(context, 'undo', (writer) => {
    for (const { recordType, recordId, field, oldValue, newValue } of held) {
      const record: Readonly<Record<string, unknown>> | null = writer.get(recordType, recordId);
      // One that went on since stays as it is; the undo that follows says so.
      if (record === null || canonicalJson(record[field]) !== canonicalJson(newValue)) continue;
      writer.update(recordType, recordId, { [field]: oldValue });
    }
  });
  return changeSetId === null ? [] : [changeSetId];
}

function assertUndoable({ store, author }: VaultContext, set: ChangeSet): void {
  if (set.reason === 'export-bundle') refuse({ kind: 'not-undoable', reason: 'bundle-sent' });
  // It closed a gap of the log: without it the log would not add up to the records.
  if (set.reason === 'rescue') refuse({ kind: 'not-undoable', reason: 'rescued' });
  if (set.reason === 'set-up') {
    refuse({ kind: 'undo-conflict', records: [{ type: 'officer', id: author.id }] });
  }
  // Settling a promise of a sealed log is no part of the log.
  if (bundleOf(set) === null && set.reason !== 'settle' && sealedLogsIn(store, set).length > 0) {
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
  const chained = undoing.changes.filter((change) => change.field === 'followsId');
  const circling = circlingAmong(
    store,
    chained.map((change) => change.recordId),
  );
  if (circling.length > 0) {
    refuse({
      kind: 'undo-conflict',
      records: circling.map((id): RecordRef => ({ type: 'incident', id })),
    });
  }
  const records = recordsIn(undoing);
  assertCustodyRules(context, undoing, records);
  for (const { type, id } of records) {
    if (type === 'action') assertGateKept(context, undoing, id);
  }
}

/** The contacts that a change set is about, or whose assessments it touched. */
function ratedIn(store: VaultContext['store'], set: ChangeSet): string[] {
  return set.changes.flatMap(({ recordType, recordId, field, oldValue, newValue }) => {
    if (recordType === 'contact') return [recordId];
    if (recordType !== 'risk-assessment') return [];
    const named = field === 'contactId' ? [oldValue, newValue] : [];
    const now = readRecord(store, 'risk-assessment', recordId)?.contactId ?? null;
    return [...named, now].filter((id) => typeof id === 'string');
  });
}

/** What an undoing may bring about for an action under way only if the gate lets it. */
function assertGateKept(context: VaultContext, undoing: ChangeSet, id: string): void {
  const { store } = context;
  const action = findAction(store, id);
  if (action === null || !isUnderWay(action.status)) return;
  const changes = undoing.changes.filter((change) => change.recordId === id);
  const undone = Object.fromEntries(changes.map(({ field, oldValue }) => [field, oldValue]));
  const before = { ...action, ...undone } as Action;
  const isBroughtBack = changes.some(({ field }) => BRINGS_BACK.includes(field));
  if (!isBroughtBack && !asksAnew(before, action)) return;
  const refused = gateRefusal(standingGate(store, action, context.today()), id, () => false);
  if (refused !== null) refuse(refused.failure);
}

/** Whatever of these an undoing changes, the action is another one than the gate let pass last. */
const BRINGS_BACK: readonly string[] = [EXISTS, 'status', 'override'];

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
