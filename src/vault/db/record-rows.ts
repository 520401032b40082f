import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import { prepared, type StoreInternals } from './store-internals.ts';

/** One change of a record, with what its set says that decides how it counts. */
export interface RecordRow {
  readonly changeSetId: string;
  readonly undoOf: string | null;
  readonly reason: string;
  readonly field: string;
  /** Canonical JSON; null is "absent". */
  readonly newValue: string | null;
}

/** What the log says of a record still, in the order of the stamps, up to a place in the chain. */
export function rowsOfRecord(
  internals: StoreInternals,
  { type, id }: RecordRef,
  lastSeq: number = Number.MAX_SAFE_INTEGER,
): RecordRow[] {
  return prepared<RecordRow>(
    internals,
    `SELECT s.id AS changeSetId, s.undo_of AS undoOf, s.reason, c.field, c.new_value AS newValue
     FROM change c JOIN change_set s ON s.seq = c.seq
     WHERE c.record_id = ? AND c.record_type = ? AND c.seq <= ? AND c.erased_at IS NULL
     ORDER BY s.hlc, s.id`,
  ).all(id, type, lastSeq);
}

export function valueOfRow({ newValue }: RecordRow): JsonValue {
  return newValue === null ? null : (JSON.parse(newValue) as JsonValue);
}
