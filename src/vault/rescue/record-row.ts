import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import { recordTable } from '../db/record-types.ts';
import type { CellValue } from './record-values.ts';
import type { TableShape } from './table-shape.ts';

/** The record type that a table keeps; null where it keeps something else. */
export function recordTypeOf(table: string): RecordType | null {
  return RECORD_TYPES.find((type) => recordTable(type).table === table) ?? null;
}

/** Whether a row says what a record of its table may say. */
export function isRecordRow(shape: TableShape, row: readonly CellValue[]): boolean {
  const type = recordTypeOf(shape.table);
  if (type === null) return false;
  const { columns, fields } = recordTable(type);
  const cells = new Map(shape.columns.map(({ name }, i) => [name, plain(row[i] ?? null)]));
  try {
    const values = columns.map(({ field, column, fromCell }) => [
      field,
      fromCell(cells.get(column) ?? null),
    ]);
    return fields.safeParse(Object.fromEntries(values)).success;
  } catch {
    // A text where JSON should be: not a row of this table.
    return false;
  }
}

function plain(value: CellValue): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
