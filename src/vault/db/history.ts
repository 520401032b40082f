import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { JsonValue } from '../canonical-json.ts';
import type { ChangeSet, RecordedChange } from './change-types.ts';
import { INTERNALS, prepared, type ReadStore, type StoreInternals } from './store-internals.ts';

/**
 * Every change set that touched a record, newest first by time stamp (not by arrival), with only
 * that record's changes: each field's from and to.
 */
export function recordHistory(store: ReadStore, record: RecordRef): ChangeSet[] {
  const internals = store[INTERNALS];
  return readSets(
    internals,
    `WHERE s.seq IN (SELECT seq FROM change WHERE record_type = ? AND record_id = ?)
     ORDER BY s.hlc DESC, s.id DESC, s.seq DESC`,
    [record.type, record.id],
  ).map((set) => ({
    ...set,
    changes: set.changes.filter(
      (change) => change.recordType === record.type && change.recordId === record.id,
    ),
  }));
}

export interface PageOptions {
  /** Only change sets before this sequence number; from the newest where null. */
  readonly before: number | null;
  readonly limit: number;
}

/** The newest change sets as they arrived in this vault, newest first. */
export function recentChangeSets(store: ReadStore, page: PageOptions): ChangeSet[] {
  return readSets(store[INTERNALS], 'WHERE s.seq < ? ORDER BY s.seq DESC LIMIT ?', [
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ]);
}

/** One change set with the changes of all its parts; null where it is not known. */
export function readChangeSet(store: ReadStore, id: string): ChangeSet | null {
  const parts = readSets(store[INTERNALS], 'WHERE s.id = ? ORDER BY s.part', [id]);
  const first = parts[0];
  if (first === undefined) return null;
  return { ...first, changes: parts.flatMap((part) => part.changes) };
}

/** Change sets after a sequence number, oldest first, each row of the chain by itself. */
export function changeSetsAfter(store: ReadStore, sequence: number, limit: number): ChangeSet[] {
  return readSets(store[INTERNALS], 'WHERE s.seq > ? ORDER BY s.seq LIMIT ?', [sequence, limit]);
}

/** The change sets that a bundle brought, in the order they were applied. */
export function changeSetsOfBundle(store: ReadStore, bundleId: string): ChangeSet[] {
  return readSets(store[INTERNALS], 'WHERE s.source_bundle = ? ORDER BY s.seq', [bundleId]);
}

/**
 * The change set that takes this one back and stands itself; null where it was not undone. Judged
 * from the newest undoing back, without recursion: a bundle may bring a chain of any length.
 */
export function undoneBy(store: ReadStore, id: string): string | null {
  const below = prepared<{ id: string; undoOf: string }>(
    store[INTERNALS],
    `WITH RECURSIVE below (id, undo_of, hlc) AS (
       SELECT id, undo_of, hlc FROM change_set WHERE undo_of = ?
       UNION SELECT s.id, s.undo_of, s.hlc FROM change_set s JOIN below b ON s.undo_of = b.id
     )
     SELECT id, undo_of AS undoOf FROM below ORDER BY hlc DESC, id DESC`,
  ).all(id);
  const takenBackBy = new Map<string, string>();
  for (const undoing of below) {
    if (takenBackBy.has(undoing.id) || takenBackBy.has(undoing.undoOf)) continue;
    takenBackBy.set(undoing.undoOf, undoing.id);
  }
  return takenBackBy.get(id) ?? null;
}

/** How many change sets this vault's chain holds, its newest sequence number. */
export function lastSequence(store: ReadStore): number {
  return (
    prepared<number>(store[INTERNALS], 'SELECT coalesce(max(seq), 0) FROM change_set')
      .pluck()
      .get() ?? 0
  );
}

type SetRow = Omit<ChangeSet, 'changes'>;

interface ChangeRow {
  readonly ordinal: number;
  readonly recordType: RecordType;
  readonly recordId: string;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly erasedAt: string | null;
}

/** `tail` is one of the fixed texts above, never anything from outside. */
function readSets(
  internals: StoreInternals,
  tail: string,
  parameters: readonly (string | number)[],
): ChangeSet[] {
  const sets = prepared<SetRow>(
    internals,
    `SELECT s.seq, s.id, s.part, s.hlc, s.at, s.author_id AS authorId,
       s.author_name AS authorName, s.device, s.reason, s.undo_of AS undoOf,
       s.source_bundle AS sourceBundle
     FROM change_set s ${tail}`,
  ).all(...parameters);
  const changes = prepared<ChangeRow>(
    internals,
    `SELECT ordinal, record_type AS recordType, record_id AS recordId, field,
       old_value AS oldValue, new_value AS newValue, erased_at AS erasedAt
     FROM change WHERE seq = ? ORDER BY ordinal`,
  );
  return sets.map((set) => ({ ...set, changes: changes.all(set.seq).map(toChange) }));
}

function toChange(row: ChangeRow): RecordedChange {
  const { ordinal, recordType, recordId, field } = row;
  return {
    ordinal,
    recordType,
    recordId,
    field,
    oldValue: parse(row.oldValue),
    newValue: parse(row.newValue),
    erased: row.erasedAt !== null,
  };
}

function parse(text: string | null): JsonValue {
  return text === null ? null : (JSON.parse(text) as JsonValue);
}
