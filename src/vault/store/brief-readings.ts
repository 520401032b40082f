import { sql } from 'drizzle-orm';
import { appendAccess } from '../db/access-log.ts';
import type { ReadStore, WriteStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/*
 * That an officer has read the brief of a contact is something that was done with people's records
 * without changing them, so it is kept where such things are: in the access log, which also keeps
 * when. To take it back is another entry.
 */

/** Puts down that the briefs of these contacts were read, or that they were not after all. */
export function noteReading(
  store: WriteStore,
  contactIds: readonly string[],
  isRead: boolean,
): void {
  appendAccess(store, { kind: 'read-brief', detail: { read: isRead }, contactIds });
}

/** When the brief of each of these contacts was read; one whose brief was not read is not in it. */
export function briefReadings(
  store: ReadStore,
  contactIds: readonly string[],
): ReadonlyMap<string, string> {
  // Of each contact the newest entry: SQLite takes the other columns from the row with the maximum.
  const rows = store.orm.all<{ contactId: string; at: string; isRead: number }>(sql`
    SELECT contact.value AS contactId, max(access_log.id), access_log.at AS at,
      json_extract(access_log.detail, '$.read') AS isRead
    FROM access_log, json_each(access_log.contact_ids) AS contact
    WHERE access_log.kind = 'read-brief' AND ${isOneOf(sql`contact.value`, contactIds)}
    GROUP BY contact.value`);
  return new Map(
    rows.filter(({ isRead }) => isRead === 1).map(({ contactId, at }) => [contactId, at]),
  );
}
