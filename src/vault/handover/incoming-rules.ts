import type { RecordRef } from '../../shared/contract/parts.ts';
import { sameJson } from '../canonical-json.ts';
import { EXISTS, recordsOf, type ForeignChangeSet } from '../db/change-types.ts';
import { refuse } from '../db/errors.ts';
import { nameOf, type KnownChanges } from '../db/known-changes.ts';
import { readChangeSet } from '../db/history.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';
import { isErasing } from './erasures.ts';
import { knownToOfficer, makingSetsOf } from '../store/known-to-officer.ts';

/*
 * What no honest sender's bundle does, whatever was edited where. The change log judges a history
 * as a whole, by time stamps; but a sender chooses the time stamps, so what stands here already is
 * held against what comes.
 */

/**
 * Refuses, with `bundle-malformed`, change sets that would
 *
 * - change a sealed log or a decision on consent that is here, by a stamp of before it was made or
 *   sealed: whoever has such a record was sent its whole history with it. An erasure may, and was
 *   judged before (erasures.ts);
 * - add to a change set that was written in this vault, which therefore knows all of it;
 * - call something taken back that is not earlier, or put back other values than it had replaced.
 */
export function assertHonest(
  store: ReadStore,
  known: KnownChanges,
  incoming: readonly ForeignChangeSet[],
): void {
  assertUndoingsInOrder(incoming);
  for (const set of incoming) {
    const added = set.changes.filter((change) => !known.knows(set.id, change));
    if (added.length === 0) continue;
    if (readChangeSet(store, set.id)?.sourceBundle === null) malformed('adds-to-our-own-change');
    for (const change of added) {
      const { recordType: type, recordId: id } = change;
      const isAllowed = set.reason === 'erase' && isErasing(set, change);
      if (!isAllowed && isFixedHere(store, { type, id })) malformed('edits-what-is-sealed');
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

/** Records that are here and that some incoming change, new here, takes away. */
export function removedBy(
  store: ReadStore,
  known: KnownChanges,
  incoming: readonly ForeignChangeSet[],
): readonly RecordRef[] {
  const removals = incoming.flatMap((set) =>
    set.changes.filter(
      (change) =>
        change.field === EXISTS && change.newValue === null && !known.knows(set.id, change),
    ),
  );
  return recordsOf(removals).filter((record) => isHere(store, record));
}

/**
 * Refuses, with `bundle-malformed`, the removal of a record that the sender cannot know: it came
 * in no bundle of theirs and went out in none to them, and they do not name the change set that
 * made it.
 */
export function assertMayRemove(
  store: ReadStore,
  { senderId, incoming }: { senderId: string; incoming: readonly ForeignChangeSet[] },
  records: readonly RecordRef[],
): void {
  if (records.length === 0) return;
  const making = new Set(
    incoming.flatMap((set) =>
      set.changes
        .filter(({ field, newValue }) => field === EXISTS && newValue === true)
        .map((change) => `${set.id} ${nameOf(change)}`),
    ),
  );
  const isKnownThere = knownToOfficer(store, senderId);
  const unknown = records.find(
    (record) =>
      !isKnownThere(record) &&
      !makingSetsOf(store, record).some((id) => {
        const name = nameOf({ recordType: record.type, recordId: record.id, field: EXISTS });
        return making.has(`${id} ${name}`);
      }),
  );
  if (unknown !== undefined) malformed('removes-a-record');
}

export function isHere(store: ReadStore, { type, id }: RecordRef): boolean {
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
