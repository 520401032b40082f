import type { RecordType } from '../../shared/model/record-type.ts';
import type { JsonValue } from '../canonical-json.ts';
import { EXISTS } from './change-types.ts';
import { recordTable, type AnyFields } from './record-types.ts';
import { prepared, type StoreInternals } from './store-internals.ts';

/** Tombstone field that stands for the whole record. */
export const WHOLE_RECORD = '*';

/**
 * A record's state is what its changes add up to: per field the value of the change with the
 * greatest time stamp (and, should two be equal, the greater change set id); the record is there
 * if that value is true for `$exists`. It depends on which changes are known, never on the order
 * in which they came. A field that a bundle left out reads as empty until a later one brings it.
 * Gives the fields; null where the record is not there.
 */
export function foldState(
  type: RecordType,
  values: ReadonlyMap<string, JsonValue>,
): AnyFields | null {
  if (values.get(EXISTS) !== true) return null;
  const fields: Record<string, JsonValue> = {};
  for (const { field, whenWithheld } of recordTable(type).columns) {
    fields[field] = values.get(field) ?? whenWithheld;
  }
  return fields;
}

/** The state of one record by the log alone. */
export function stateFromLog(
  internals: StoreInternals,
  type: RecordType,
  id: string,
): AnyFields | null {
  if (isErasedRecord(internals, type, id)) return null;
  const rows = prepared<{ field: string; value: string | null }>(
    internals,
    `SELECT c.field, c.new_value AS value
     FROM change c JOIN change_set s ON s.seq = c.seq
     WHERE c.record_type = ? AND c.record_id = ?
     ORDER BY s.hlc, s.id`,
  ).all(type, id);
  const values = new Map<string, JsonValue>();
  for (const { field, value } of rows) {
    values.set(field, value === null ? null : (JSON.parse(value) as JsonValue));
  }
  return foldState(type, values);
}

/** Whether a record was erased as a whole; no later bundle brings it back. */
export function isErasedRecord(internals: StoreInternals, type: string, id: string): boolean {
  return erasedAt(internals, type, id, WHOLE_RECORD) !== null;
}

/** When a field (or the whole record) was erased; null where it was not. */
export function erasedAt(
  internals: StoreInternals,
  type: string,
  id: string,
  field: string,
): string | null {
  return (
    prepared<string>(
      internals,
      `SELECT max(erased_at) FROM tombstone
       WHERE record_type = ? AND record_id = ? AND field IN (?, '${WHOLE_RECORD}')`,
    )
      .pluck()
      .get(type, id, field) ?? null
  );
}
