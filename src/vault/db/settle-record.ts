import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import { refreshDerived } from './derived.ts';
import { refuse } from './errors.ts';
import { isErasedRecord } from './erasures.ts';
import { judgeRows } from './guards.ts';
import { rowsOfRecord, type RecordRow } from './record-rows.ts';
import { stateOfRows } from './record-state.ts';
import { putFields } from './record-table.ts';
import { recordTable } from './record-types.ts';
import type { StoreInternals } from './store-internals.ts';

/**
 * Brings a record's row, and what is derived from it, to what the log adds up to now. Refused with
 * `sealed` where its history breaks a guard, with `bundle-malformed` where a field that must be
 * there never came.
 * @param known All that the log says of it, where that need not be read.
 */
export function settleRecord(
  internals: StoreInternals,
  { type, id }: RecordRef,
  known: readonly RecordRow[] | null = null,
): void {
  const rows =
    known ?? (isErasedRecord(internals, type, id) ? [] : rowsOfRecord(internals, { type, id }));
  const failure = judgeRows(type, rows);
  if (failure !== null) refuse(failure);
  const fields = stateOfRows(type, rows);
  if (fields !== null) {
    const isMissing = ({ required, field }: { required: boolean; field: string }): boolean =>
      required && (fields[field] as JsonValue) === null;
    if (recordTable(type).columns.some(isMissing)) {
      refuse({ kind: 'bundle-malformed', rule: 'record-incomplete' });
    }
  }
  putFields(internals, type, id, fields);
  refreshDerived(internals, type, id, fields);
}
