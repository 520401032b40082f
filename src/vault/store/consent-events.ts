import { eq, lte, or, sql } from 'drizzle-orm';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import {
  consentStanding,
  type ConsentStanding,
  type DecidingFields,
} from '../../shared/model/live-consent.ts';
import type { ConsentPurpose } from '../../shared/model/vocabulary/consent.ts';
import { contact, consentEvent } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { groupBy } from './group-by.ts';
import { isOneOf } from './id-list.ts';

/** Every consent event of these contacts, in the order of their ids. */
export function consentEventsOf(
  store: ReadStore,
  contactIds: readonly string[],
): readonly ConsentEvent[] {
  return store.orm
    .select()
    .from(consentEvent)
    .where(isOneOf(consentEvent.contactId, contactIds))
    .orderBy(consentEvent.id)
    .all();
}

/** Every decision on one purpose, of all contacts. */
export function consentEventsOn(
  store: ReadStore,
  purpose: ConsentPurpose,
): readonly ConsentEvent[] {
  return store.orm.select().from(consentEvent).where(eq(consentEvent.purpose, purpose)).all();
}

/**
 * What each contact's decisions on holding their record come to today. A contact without an entry
 * was never asked.
 */
export function holdingStandings(
  store: ReadStore,
  contactIds: readonly string[] | undefined,
  today: string,
): ReadonlyMap<string, ConsentStanding['state']> {
  const rows = store.orm.all<DecidingFields & { readonly contactId: string }>(sql`
    SELECT contact_id AS contactId, 'hold-record' AS purpose, audience, decision, decided_on AS decidedOn,
      expires_on AS expiresOn, renews_id AS renewsId, id
    FROM consent_event
    WHERE purpose = 'hold-record' AND audience IN ('own-mission', 'any')
      AND ${contactIds ? isOneOf(sql`contact_id`, contactIds) : sql`1`}`);
  const byContact = groupBy(rows, (row) => row.contactId);
  const standings = new Map<string, ConsentStanding['state']>();
  for (const [contactId, events] of byContact) {
    standings.set(contactId, consentStanding(events, 'hold-record', 'own-mission', today).state);
  }
  return standings;
}

/** All events of every current contact with one that lapses or is to be reviewed by `until`. */
export function consentEventsDueBy(store: ReadStore, until: string): readonly ConsentEvent[] {
  const due = store.orm
    .selectDistinct({ id: consentEvent.contactId })
    .from(consentEvent)
    .innerJoin(contact, eq(contact.id, consentEvent.contactId))
    .where(or(lte(consentEvent.expiresOn, until), lte(consentEvent.reviewOn, until)))
    .all();
  return consentEventsOf(
    store,
    due.map((row) => row.id),
  );
}

/** When each event was recorded in this vault, and by whom, as its change set says. */
export function consentRecordings(
  store: ReadStore,
  eventIds: readonly string[],
): ReadonlyMap<string, { readonly at: string; readonly by: string }> {
  const rows = store.orm.all<{ id: string; at: string; by: string }>(sql`
    SELECT c.record_id AS id, s.at, s.author_name AS "by"
    FROM change c JOIN change_set s ON s.seq = c.seq
    WHERE c.record_type = 'consent-event' AND c.field = '$exists' AND c.new_value IS NOT NULL
      AND ${isOneOf(sql`c.record_id`, eventIds)}
    ORDER BY c.seq`);
  return new Map(rows.map((row) => [row.id, { at: row.at, by: row.by }]));
}

/** Where in this vault's chain each event was learnt of. */
export function consentSequences(
  store: ReadStore,
  eventIds: readonly string[],
): ReadonlyMap<string, number> {
  const rows = store.orm.all<{ id: string; seq: number }>(sql`
    SELECT record_id AS id, max(seq) AS seq FROM change
    WHERE record_type = 'consent-event' AND field = '$exists' AND new_value IS NOT NULL
      AND ${isOneOf(sql`record_id`, eventIds)}
    GROUP BY record_id`);
  return new Map(rows.map((row) => [row.id, row.seq]));
}
