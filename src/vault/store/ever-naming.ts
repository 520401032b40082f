import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { JsonValue } from '../canonical-json.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** A record, and the fields of it that name somebody or did once. */
export interface NamingPlace {
  readonly record: RecordRef;
  readonly fields: readonly string[];
}

/** Each vault's own: what names a contact there is a bare identifier, kept to call bundles back. */
const NOT_ASKED: readonly RecordType[] = ['officer', 'bundle-entry', 'erasure'];

/** Fields by which a record is a part of another one. */
const PART_OF = ['meetingLogId', 'actionId', 'custodyId', 'ownerId'] as const;
/** They name an action or a detention that their consent rests on, and are of a person themselves. */
const NO_PARTS: readonly RecordType[] = ['hearing'];

/**
 * Every record that names a contact, or once did, removed ones included, in the order of their
 * making. Reads the whole log.
 */
export function everNaming(store: ReadStore, contactId: string): NamingPlace[] {
  const rows = store.orm.all<{ type: RecordType; id: string; field: string }>(
    sql`SELECT record_type AS type, record_id AS id, field FROM change
        WHERE erased_at IS NULL AND NOT ${isOneOf(sql`record_type`, NOT_ASKED)}
          AND (instr(old_value, ${contactId}) > 0 OR instr(new_value, ${contactId}) > 0)
        GROUP BY record_type, record_id, field ORDER BY min(seq), record_id, field`,
  );
  const places = new Map<string, { record: RecordRef; fields: string[] }>();
  for (const { type, id, field } of rows) {
    const key = `${type} ${id}`;
    const place = places.get(key) ?? { record: { type, id }, fields: [] };
    place.fields.push(field);
    places.set(key, place);
  }
  return [...places.values()];
}

/** Every record that is, or was, a part of one of these. */
export function partsOf(store: ReadStore, owners: readonly RecordRef[]): RecordRef[] {
  const ids = owners.map(({ id }) => JSON.stringify(id));
  return store.orm.all<RecordRef>(
    sql`SELECT DISTINCT record_type AS type, record_id AS id FROM change
        WHERE ${isOneOf(sql`field`, PART_OF)} AND NOT ${isOneOf(sql`record_type`, NO_PARTS)}
          AND (${isOneOf(sql`new_value`, ids)} OR ${isOneOf(sql`old_value`, ids)})`,
  );
}

/** The fields of a record as it stands; of one that is gone, as it last stood. */
export function lastFields(
  store: ReadStore,
  { type, id }: RecordRef,
): Readonly<Record<string, JsonValue>> {
  const now = readRecord(store, type, id) as Readonly<Record<string, JsonValue>> | null;
  if (now !== null) return now;
  const rows = store.orm.all<{ field: string; oldValue: string | null; newValue: string | null }>(
    sql`SELECT c.field, c.old_value AS oldValue, c.new_value AS newValue
        FROM change c JOIN change_set s ON s.seq = c.seq
        WHERE c.record_id = ${id} AND c.record_type = ${type} AND c.field <> '$exists'
        ORDER BY s.hlc, s.id`,
  );
  const fields: Record<string, JsonValue> = {};
  for (const { field, oldValue, newValue } of rows) {
    const text = newValue ?? oldValue;
    if (text !== null) fields[field] = JSON.parse(text) as JsonValue;
  }
  return fields;
}
