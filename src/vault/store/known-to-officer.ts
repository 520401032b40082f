import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { contactIdsIn, NAMING_FIELDS } from '../../shared/model/named-contacts.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/**
 * Whether an officer can know a record of this vault: a change of it came in a bundle of theirs, or
 * a contact that it is, names or belongs to was in a bundle that went to them.
 */
export function knownToOfficer(
  store: ReadStore,
  officerId: string,
): (record: RecordRef) => boolean {
  const sentContacts = new Set(
    store.orm
      .all<{ id: string }>(
        sql`SELECT DISTINCT value AS id FROM bundle_entry, json_each(contact_ids)
            WHERE direction = 'out' AND counterpart_id = ${officerId}`,
      )
      .map(({ id }) => id),
  );
  return (record) => {
    if (cameFromOfficer(store, officerId, record)) return true;
    return everTiedTo(store, record).some((contactId) => sentContacts.has(contactId));
  };
}

/** The change sets that made a record. */
export function makingSetsOf(store: ReadStore, { type, id }: RecordRef): readonly string[] {
  return store.orm
    .all<{ id: string }>(
      sql`SELECT s.id FROM change c JOIN change_set s ON s.seq = c.seq
          WHERE c.record_type = ${type} AND c.record_id = ${id} AND c.field = '$exists'
            AND c.new_value = 'true'`,
    )
    .map((row) => row.id);
}

/** Whether something of a record came in a bundle of this officer. */
export function cameFromOfficer(
  store: ReadStore,
  officerId: string,
  { type, id }: RecordRef,
): boolean {
  const row = store.orm.get<{ found: number } | undefined>(
    sql`SELECT 1 AS found FROM change c JOIN change_set s ON s.seq = c.seq
        JOIN bundle_entry b ON b.id = s.source_bundle
        WHERE c.record_type = ${type} AND c.record_id = ${id} AND b.counterpart_id = ${officerId}
        LIMIT 1`,
  );
  return row !== undefined;
}

/** Fields by which a record without a contact of its own belongs to one that has. */
const OWNER_FIELDS = ['meetingLogId', 'actionId', 'custodyId', 'ownerId'] as const;

/** How far up the owners of a record are followed: a bundle could make them go round. */
const MAX_OWNERS = 3;

/** The contacts that a record is, or that it or what it belongs to ever named. */
function everTiedTo(
  store: ReadStore,
  { type, id }: RecordRef,
  depth: number = MAX_OWNERS,
): readonly string[] {
  if (depth === 0) return [];
  if (type === 'contact') return [id];
  const fields = [...(NAMING_FIELDS[type] ?? []), ...OWNER_FIELDS];
  const rows = store.orm.all<{ field: string; oldValue: string | null; newValue: string | null }>(
    sql`SELECT field, old_value AS oldValue, new_value AS newValue FROM change
        WHERE record_type = ${type} AND record_id = ${id} AND ${isOneOf(sql`field`, fields)}`,
  );
  const contactIds = new Set<string>();
  for (const { field, oldValue, newValue } of rows) {
    for (const text of [oldValue, newValue]) {
      if (text === null) continue;
      const value: unknown = JSON.parse(text);
      if ((OWNER_FIELDS as readonly string[]).includes(field)) {
        for (const owner of ownersNamed(store, String(value), depth - 1)) contactIds.add(owner);
      } else for (const contactId of contactIdsIn(value)) contactIds.add(contactId);
    }
  }
  return [...contactIds];
}

/** What an owner of whatever type is, or ever named: ids are unlike each other across types. */
function ownersNamed(store: ReadStore, ownerId: string, depth: number): readonly string[] {
  const types = store.orm.all<{ type: RecordRef['type'] }>(
    sql`SELECT DISTINCT record_type AS type FROM change WHERE record_id = ${ownerId}`,
  );
  return types.flatMap(({ type }) => everTiedTo(store, { type, id: ownerId }, depth));
}
