import { sql } from 'drizzle-orm';
import type { ReadStore } from '../db/store.ts';
import { isNotCorrected } from './contact-keys.ts';
import { isOneOf } from './id-list.ts';

/** Longest beginning of what somebody was told that a row carries, in code points. */
const EXCERPT_CHARACTERS = 280;

export interface LastTold {
  readonly contactId: string;
  readonly on: string;
  readonly meetingLogId: string;
}

/**
 * The last log, begun by today, that says what each of these contacts was told about our work. One
 * walk down the index for each contact, which ends at the first log that says something.
 */
export function lastTold(
  store: ReadStore,
  contactIds: readonly string[],
  today: string,
): ReadonlyMap<string, LastTold> {
  const rows = store.orm.all<LastTold>(sql`
    SELECT value AS contactId, log.id AS meetingLogId, substr(log.started_at, 1, 10) AS "on"
    FROM json_each(${JSON.stringify(contactIds)})
    JOIN meeting_log log ON log.id = (
      SELECT log_id FROM meeting_log_contact
      WHERE contact_id = value AND started_at < ${`${today}U`} AND ${isNotCorrected}
        AND EXISTS (SELECT 1 FROM meeting_log WHERE id = log_id AND told <> '')
      ORDER BY started_at DESC, log_id DESC LIMIT 1)`);
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** The first words of what was told, by log. */
export function toldExcerpts(
  store: ReadStore,
  logIds: readonly string[],
): ReadonlyMap<string, string> {
  const rows = store.orm.all<{ id: string; told: string }>(sql`
    SELECT id, substr(told, 1, ${EXCERPT_CHARACTERS}) AS told FROM meeting_log
    WHERE ${isOneOf(sql`id`, logIds)}`);
  return new Map(rows.map((row) => [row.id, row.told]));
}

export interface ToldOnce {
  readonly meetingLogId: string;
  readonly title: string;
  readonly on: string;
  readonly told: string;
}

/** Everything a contact was told about our work, the newest first. */
export function toldTo(store: ReadStore, contactId: string): ToldOnce[] {
  return store.orm.all<ToldOnce>(sql`
    SELECT log.id AS meetingLogId, log.title, substr(log.started_at, 1, 10) AS "on", log.told
    FROM meeting_log_contact JOIN meeting_log log ON log.id = log_id
    WHERE contact_id = ${contactId} AND log.told <> '' AND ${isNotCorrected}
    ORDER BY log.started_at DESC, log.id DESC`);
}
