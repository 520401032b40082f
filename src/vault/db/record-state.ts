import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { JsonValue } from '../canonical-json.ts';
import { EXISTS } from './change-types.ts';
import { isErasedRecord } from './erasures.ts';
import { recordTable, type AnyFields } from './record-types.ts';
import { rowsOfRecord, valueOfRow, type RecordRow } from './record-rows.ts';
import type { StoreInternals } from './store-internals.ts';

/**
 * A record's state is what its changes add up to: per field the value of the change with the
 * greatest time stamp (and, should two be equal, the greater change set id); the record is there
 * if that value is true for `$exists`. It depends on which changes are known, never on the order
 * in which they came. A field that a bundle left out reads as empty until a later one brings it; a
 * change whose values were erased says nothing.
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
  return stateAt(internals, { type, id }, Number.MAX_SAFE_INTEGER);
}

/** The state of one record by what this vault knew when its chain ended at a sequence number. */
export function stateAt(
  internals: StoreInternals,
  { type, id }: RecordRef,
  lastSeq: number,
): AnyFields | null {
  if (isErasedRecord(internals, type, id)) return null;
  return stateOfRows(type, rowsOfRecord(internals, { type, id }, lastSeq));
}

/** What rows of the log add up to, in the order of their stamps. */
export function stateOfRows(type: RecordType, rows: readonly RecordRow[]): AnyFields | null {
  // Of each field only the last value is parsed.
  const last = new Map(rows.map((row) => [row.field, row]));
  return foldState(type, new Map([...last].map(([field, row]) => [field, valueOfRow(row)])));
}
