import type { RecordType } from '../../shared/model/record-type.ts';
import type { JsonValue } from '../canonical-json.ts';
import { recordTable, type AnyFields, type FieldsOf, type RecordTable } from './record-types.ts';
import { INTERNALS, prepared, type ReadStore, type StoreInternals } from './store-internals.ts';

/** A record's fields as they stand; null where there is no such record. */
export function readRecord<Type extends RecordType>(
  store: ReadStore,
  type: Type,
  id: string,
): FieldsOf<Type> | null {
  return readFields(store[INTERNALS], type, id) as FieldsOf<Type> | null;
}

export function readFields(
  internals: StoreInternals,
  type: RecordType,
  id: string,
): AnyFields | null {
  const table = recordTable(type);
  const row = prepared<Row>(internals, table.select).get(id);
  return row === undefined ? null : fieldsOfRow(table, row);
}

/** Every record of a type with its id, in the order of the ids. */
export function* iterateFields(
  internals: StoreInternals,
  type: RecordType,
): Generator<{ readonly id: string; readonly fields: AnyFields }> {
  const table = recordTable(type);
  // Not from the cache: a statement cannot run again while it is being iterated.
  const rows = internals.database.prepare<unknown[], Row>(table.selectAll).iterate();
  for (const row of rows) yield { id: row['id'] as string, fields: fieldsOfRow(table, row) };
}

/** Puts the record's row as given, or takes it away where `fields` is null. */
export function putFields(
  internals: StoreInternals,
  type: RecordType,
  id: string,
  fields: AnyFields | null,
): void {
  const table = recordTable(type);
  if (fields === null) {
    prepared(internals, table.delete).run(id);
    return;
  }
  const cells = table.columns.map((column) => column.toCell(fields[column.field] ?? null));
  prepared(internals, table.insert).run(id, ...cells);
}

type Row = Readonly<Record<string, unknown>>;

function fieldsOfRow(table: RecordTable, row: Row): AnyFields {
  const fields: Record<string, JsonValue> = {};
  for (const column of table.columns) fields[column.field] = column.fromCell(row[column.column]);
  return fields;
}
