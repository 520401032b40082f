import { type SQL, sql } from 'drizzle-orm';
import type { ContactRow } from '../../shared/contract/contacts.ts';
import { nextContactDue, rhythmOf } from '../../shared/model/cadence.ts';
import { type ContactName, displayName } from '../../shared/model/contact.ts';
import type { RiskLevel } from '../../shared/model/vocabulary/contact.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { filterCondition, textFilter, type ContactFilter } from './contact-filter.ts';

/** What the place of a contact in a list hangs on. */
export type ContactKey = Pick<
  ContactRow,
  'id' | 'label' | 'riskLevel' | 'lastContactOn' | 'nextContactDueOn'
>;

/**
 * The keys of the contacts that pass the filter, in no order: one pass over the contacts, and none
 * over what belongs to them but, `withDates`, one index look-up each for the last meeting. Without
 * it both dates are null. From these a page is chosen before its rows are made.
 */
export function contactKeys(
  store: ReadStore,
  filter: ContactFilter,
  today: string,
  withDates: boolean,
): ContactKey[] {
  const found = store.orm.all<Found>(sql`
    SELECT id, names, risk_level AS riskLevel, contact_every_days AS contactEveryDays,
      code_name AS codeName, locality, profession,
      ${withDates ? lastContactAt(today) : sql`NULL`} AS lastContactAt
    FROM ${contact}
    WHERE ${filterCondition(filter)}`);
  const mentionsText = textFilter(filter.text);
  const nextDue = rememberingDates();
  const keys: ContactKey[] = [];
  for (const each of found) {
    const names = JSON.parse(each.names) as ContactName[];
    if (!mentionsText(each, names)) continue;
    const lastContactOn = each.lastContactAt?.slice(0, 10) ?? null;
    keys.push({
      id: each.id,
      label: displayName({ names }),
      riskLevel: each.riskLevel,
      lastContactOn,
      nextContactDueOn: nextDue(lastContactOn, rhythmOf(each)?.everyDays ?? null),
    });
  }
  return keys;
}

interface Found {
  readonly id: string;
  readonly names: string;
  readonly riskLevel: RiskLevel | null;
  readonly contactEveryDays: number | null;
  readonly codeName: string | null;
  readonly locality: string | null;
  readonly profession: string | null;
  readonly lastContactAt: string | null;
}

/**
 * Start of the newest meeting with a `contact` that began today or before: one noted ahead is no
 * contact yet. A log that was corrected counts as its correction tells it.
 */
export function lastContactAt(today: string): SQL {
  // 'U' follows the 'T' of a wall-clock time.
  return sql`(SELECT max(started_at) FROM meeting_log_contact
    WHERE contact_id = contact.id AND started_at < ${`${today}U`} AND ${isNotCorrected})`;
}

/** Whether a row of `meeting_log_contact` is of a log that no other corrects. */
export const isNotCorrected = sql`log_id NOT IN
  (SELECT corrects_id FROM meeting_log WHERE corrects_id IS NOT NULL)`;

/** `nextContactDue` that works each pair out once: many contacts share a day and a rhythm. */
export function rememberingDates(): typeof nextContactDue {
  const known = new Map<string, string | null>();
  return (lastContactOn, everyDays) => {
    if (lastContactOn === null || everyDays === null) return null;
    const key = `${lastContactOn} ${everyDays}`;
    let due = known.get(key);
    if (due === undefined) {
      due = nextContactDue(lastContactOn, everyDays);
      known.set(key, due);
    }
    return due;
  };
}
