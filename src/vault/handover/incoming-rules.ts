import type { RecordRef } from '../../shared/contract/parts.ts';
import { sameJson } from '../canonical-json.ts';
import { EXISTS, type ForeignChangeSet } from '../db/change-types.ts';
import { localViewOf } from '../db/conflicts.ts';
import { refuse } from '../db/errors.ts';
import { readChangeSet } from '../db/history.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';

/*
 * What no honest sender's bundle does, whatever was edited where. The change log judges a history
 * as a whole, by time stamps; but a sender chooses the time stamps, so what stands here already is
 * held against what comes.
 */

/**
 * Refuses, with `bundle-malformed`, change sets that would
 *
 * - change a sealed log or a decision on consent that is here, by a stamp of before it was made or
 *   sealed: whoever has such a record was sent its whole history with it;
 * - add to a change set that was written in this vault, which therefore knows all of it;
 * - call something taken back that is not earlier, or put back other values than it had replaced.
 */
export function assertHonest(store: ReadStore, incoming: readonly ForeignChangeSet[]): void {
  const local = localViewOf(store);
  assertUndoingsInOrder(incoming);
  for (const set of incoming) {
    const added = set.changes.filter(
      ({ recordType, recordId, field }) => !local.knows(set.id, recordType, recordId, field),
    );
    if (added.length === 0) continue;
    if (readChangeSet(store, set.id)?.sourceBundle === null) malformed('adds-to-our-own-change');
    for (const { recordType: type, recordId: id } of added) {
      if (isFixedHere(store, { type, id })) malformed('edits-what-is-sealed');
    }
    if (set.undoOf !== null) assertTakesBack(store, set, set.undoOf);
  }
}

/** How often one thing may be taken back and brought again in a bundle; each view walks them all. */
export const UNDO_CHAIN_MAX = 1_000;

function assertUndoingsInOrder(incoming: readonly ForeignChangeSet[]): void {
  const byId = new Map(incoming.map((set) => [set.id, set]));
  const lengths = new Map<string, number>();
  for (const set of [...incoming].sort((a, b) => (a.hlc < b.hlc ? -1 : 1))) {
    const taken = set.undoOf === null ? undefined : byId.get(set.undoOf);
    if (taken === undefined) continue;
    if (taken.hlc >= set.hlc) malformed('takes-back-what-was-not');
    const length = (lengths.get(taken.id) ?? 0) + 1;
    if (length > UNDO_CHAIN_MAX) malformed('takes-back-too-often');
    lengths.set(set.id, length);
  }
}

/** Records that are here and that some incoming change takes away. */
export function removedBy(
  store: ReadStore,
  incoming: readonly ForeignChangeSet[],
): readonly RecordRef[] {
  const removals = incoming
    .flatMap((set) => set.changes)
    .filter(({ field, newValue }) => field === EXISTS && newValue === null)
    .map(({ recordType, recordId }) => ({ type: recordType, id: recordId }));
  return removals.filter((record) => isHere(store, record));
}

/**
 * Refuses, with `bundle-malformed`, a bundle after which one of these records is gone. Only what
 * still stands with the sender travels, so an honest bundle takes nothing away.
 */
export function assertStillHere(store: ReadStore, records: readonly RecordRef[]): void {
  if (!records.every((record) => isHere(store, record))) malformed('removes-a-record');
}

function isHere(store: ReadStore, { type, id }: RecordRef): boolean {
  return readRecord(store, type, id) !== null;
}

function isFixedHere(store: ReadStore, { type, id }: RecordRef): boolean {
  if (type === 'consent-event') return readRecord(store, type, id) !== null;
  return type === 'meeting-log' && readRecord(store, type, id)?.state === 'sealed';
}

function assertTakesBack(store: ReadStore, set: ForeignChangeSet, undoOf: string): void {
  const taken = readChangeSet(store, undoOf);
  if (taken === null) return;
  if (taken.hlc >= set.hlc) malformed('takes-back-what-was-not');
  const both = set.changes.flatMap((change) => {
    const before = taken.changes.find(
      ({ recordType, recordId, field }) =>
        recordType === change.recordType && recordId === change.recordId && field === change.field,
    );
    return before === undefined || before.erased ? [] : [{ change, before }];
  });
  const isInverse = both.every(
    ({ change, before }) =>
      sameJson(change.newValue, before.oldValue) && sameJson(change.oldValue, before.newValue),
  );
  if (both.length === 0 || !isInverse) malformed('takes-back-what-was-not');
}

function malformed(rule: string): never {
  return refuse({ kind: 'bundle-malformed', rule });
}
