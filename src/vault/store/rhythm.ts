import { sql } from 'drizzle-orm';
import type { Contact } from '../../shared/model/contact.ts';
import {
  isKeptInContact,
  rhythmOf,
  rhythmState,
  type KeptInContactBy,
  type Rhythm,
  type RhythmState,
} from '../../shared/model/cadence.ts';
import { ATTEMPT_STEP, PLANNED_CONTACT_STEP } from '../../shared/model/planned-contact.ts';
import { silenceOf, type Silence } from '../../shared/model/silence.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isNotCorrected, lastContactAt, rememberingDates } from './contact-keys.ts';
import { isOneOf } from './id-list.ts';

/** Where one contact stands in steady-state contact: all that order, filters and counts hang on. */
export interface RhythmStanding {
  readonly id: string;
  readonly kind: Contact['kind'];
  readonly riskLevel: Contact['riskLevel'];
  readonly locality: string | null;
  readonly remote: boolean;
  readonly photo: string | null;
  readonly rhythm: Rhythm | null;
  readonly lastContactOn: string | null;
  /** The day planned for the next contact, else when the rhythm wants it. */
  readonly nextOn: string | null;
  readonly plannedOn: string | null;
  readonly attempts: number;
  readonly state: RhythmState;
  readonly silence: Silence;
}

/**
 * Everybody steady-state contact is kept with, in no order. One query over all contacts, with an
 * index look-up each for the last meeting, the planned contact and the attempts since: made for
 * tens of thousands.
 */
export function rhythmStandings(store: ReadStore, today: string): RhythmStanding[] {
  const found = store.orm.all<Found>(sql`
    WITH kept AS MATERIALIZED (
      SELECT id, kind, state, risk_level AS riskLevel, contact_every_days AS contactEveryDays,
        dissolved_on AS dissolvedOn, organisation_type AS organisationType, locality, remote, photo,
        peaceful_means ->> '$.status' AS peacefulMeans,
        substr(${lastContactAt(today)}, 1, 10) AS lastContactOn
      FROM ${contact} WHERE state = 'active')
    SELECT kept.*,
      (SELECT min(due_on) FROM task WHERE contact_id = kept.id
        AND step = ${PLANNED_CONTACT_STEP} AND state = 'open') AS plannedOn,
      (SELECT count(*) FROM task WHERE contact_id = kept.id AND step = ${ATTEMPT_STEP}
        AND state = 'done' AND settled_on > coalesce(kept.lastContactOn, '')) AS attempts
    FROM kept`);
  const nextDue = rememberingDates();
  const standings: RhythmStanding[] = [];
  for (const each of found) {
    if (!isKeptInContact(each, today)) continue;
    const { id, kind, riskLevel, locality, photo, lastContactOn, plannedOn, attempts } = each;
    const rhythm = rhythmOf(each);
    const everyDays = rhythm?.everyDays ?? null;
    const dueOn = nextDue(lastContactOn, everyDays);
    const hasRhythm = rhythm !== null;
    standings.push({
      ...{ id, kind, riskLevel, locality, photo, rhythm, lastContactOn, plannedOn, attempts },
      remote: each.remote === 1,
      nextOn: plannedOn ?? dueOn,
      state: rhythmState({ hasRhythm, lastContactOn, dueOn, plannedOn, today }),
      silence: silenceOf({ lastContactOn, everyDays, riskLevel, attempts, today }),
    });
  }
  return standings;
}

interface Found extends KeptInContactBy {
  readonly id: string;
  readonly kind: Contact['kind'];
  readonly riskLevel: Contact['riskLevel'];
  readonly locality: string | null;
  readonly remote: number;
  readonly photo: string | null;
  readonly lastContactOn: string | null;
  readonly plannedOn: string | null;
  readonly attempts: number;
}

/**
 * How many contacts each of these had in each of these months, by id: one number for each month.
 * A contact without an entry had none.
 * @param months Consecutive, the oldest first: `2026-11`.
 * @param today What is noted ahead does not count.
 */
export function contactsByMonth(
  store: ReadStore,
  ids: readonly string[],
  months: readonly string[],
  today: string,
): ReadonlyMap<string, number[]> {
  const places = new Map(months.map((month, index) => [month, index]));
  const rows = store.orm.all<{ id: string; month: string; count: number }>(sql`
    SELECT contact_id AS id, substr(started_at, 1, 7) AS month, count(*) AS count
    FROM meeting_log_contact
    WHERE ${isOneOf(sql`contact_id`, ids)} AND started_at >= ${months[0] ?? ''}
      AND started_at < ${`${today}U`} AND ${isNotCorrected}
    GROUP BY contact_id, month`);
  const counts = new Map<string, number[]>();
  for (const { id, month, count } of rows) {
    const place = places.get(month);
    if (place === undefined) continue;
    const row = counts.get(id) ?? months.map(() => 0);
    row[place] = count;
    counts.set(id, row);
  }
  return counts;
}

/** The open plans for a contact: tasks, the soonest first. */
export function plannedContacts(
  store: ReadStore,
  contactIds: readonly string[],
): readonly { readonly id: string; readonly contactId: string; readonly dueOn: string }[] {
  return store.orm.all(sql`
    SELECT id, contact_id AS contactId, due_on AS dueOn FROM task
    WHERE ${isOneOf(sql`contact_id`, contactIds)} AND step = ${PLANNED_CONTACT_STEP}
      AND state = 'open' AND due_on IS NOT NULL
    ORDER BY due_on, id`);
}
