import type Database from 'better-sqlite3';
import { isRecordRow } from './record-row.ts';
import type { CellValue } from './record-values.ts';

/** Made anew from the records, never read from what was damaged. */
const DERIVED = [
  'meeting_log_contact',
  'action_subject',
  'plan_subject',
  'incident_contact',
  'search_row',
  'migration',
];

/** A table as its rows are kept. */
export interface TableShape {
  readonly table: string;
  /** Kept as an index (WITHOUT ROWID). */
  readonly isIndex: boolean;
  /** In the order in which a row keeps them. */
  readonly columns: readonly ColumnShape[];
}

interface ColumnShape {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Another name of the row id, which is kept in its place. */
  readonly isRowId: boolean;
}

/** The tables of a database that hold what was written, by its own schema. */
export function shapesOf(database: Database.Database): TableShape[] {
  const tables = database
    .prepare<[], { name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  return tables
    .filter(({ name }) => !DERIVED.includes(name))
    .map(({ name, wr }) => shapeOf(database, name, wr === 1));
}

/**
 * The row in the order of the columns, or null where these values are none of this table. A row
 * that was written before a column was added is shorter: what it lacks is null.
 */
export function rowOfTable(
  shape: TableShape,
  values: readonly CellValue[],
  rowId: bigint | null,
): CellValue[] | null {
  if (values.length > shape.columns.length) return null;
  const row: CellValue[] = [];
  for (const [i, column] of shape.columns.entries()) {
    // Another name of the row id is kept as null, and read as the row id.
    if (column.isRowId && values[i] !== null) return null;
    const value = column.isRowId ? rowId : (values[i] ?? null);
    if (!fits(column, value)) return null;
    row.push(value);
  }
  return row;
}

/**
 * The table that a row belongs to, told by the row alone: for pages whose way from their table was
 * lost. Only whole rows of an unmistakable form are told; null for all others.
 */
export function tableOfRow(
  shapes: readonly TableShape[],
  values: readonly CellValue[],
  rowId: bigint | null,
): { readonly shape: TableShape; readonly row: CellValue[] } | null {
  const found = shapes.flatMap((shape) => {
    if (shape.isIndex !== (rowId === null) || values.length !== shape.columns.length) return [];
    const row = rowOfTable(shape, values, rowId);
    return row === null ? [] : [{ shape, row }];
  });
  // Two tables may keep values of the same kinds; then what the values say decides.
  const sure = found.length > 1 ? found.filter(({ shape, row }) => isRecordRow(shape, row)) : found;
  return sure.length === 1 ? (sure[0] ?? null) : null;
}

function shapeOf(database: Database.Database, table: string, isIndex: boolean): TableShape {
  const info = database
    .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
      'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid',
    )
    .all(table);
  const keys = info.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const rowIdName =
    !isIndex && keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : '';
  // Without row ids the key comes first, whatever the order in the schema.
  const ordered = isIndex ? [...keys, ...info.filter(({ pk }) => pk === 0)] : info;
  const columns = ordered.map(({ name, type, notnull, pk }) => ({
    ...{ name, type, required: notnull === 1 || (isIndex && pk > 0), isRowId: name === rowIdName },
  }));
  return { table, isIndex, columns };
}

function fits({ type, required }: ColumnShape, value: CellValue): boolean {
  if (value === null) return !required;
  if (type === 'INTEGER') return typeof value === 'bigint';
  if (type === 'TEXT') return typeof value === 'string';
  return type === 'REAL' ? typeof value === 'number' : Buffer.isBuffer(value);
}
