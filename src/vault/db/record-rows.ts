import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import { prepared, type StoreInternals } from './store-internals.ts';

/** One change of a record, with what its set says that decides how it counts. */
export interface RecordRow {
  readonly changeSetId: string;
  readonly undoOf: string | null;
  readonly reason: string;
  readonly field: string;
  /** The new value, null being "absent", or as the log keeps it: canonical JSON. */
  readonly value?: JsonValue;
  readonly text?: string | null;
}

/** What the log says of a record still, in the order of the stamps, up to a place in the chain. */
export function rowsOfRecord(
  internals: StoreInternals,
  { type, id }: RecordRef,
  lastSeq: number = Number.MAX_SAFE_INTEGER,
): RecordRow[] {
  return prepared<RecordRow>(
    internals,
    `SELECT s.id AS changeSetId, s.undo_of AS undoOf, s.reason, c.field, c.new_value AS text
     FROM change c JOIN change_set s ON s.seq = c.seq
     WHERE c.record_id = ? AND c.record_type = ? AND c.seq <= ? AND c.erased_at IS NULL
     ORDER BY s.hlc, s.id`,
  ).all(id, type, lastSeq);
}

/** The value, parsed only when it is wanted: most rows are followed by another of their field. */
export function valueOfRow({ value, text = null }: RecordRow): JsonValue {
  if (value !== undefined) return value;
  return text === null ? null : (JSON.parse(text) as JsonValue);
}
