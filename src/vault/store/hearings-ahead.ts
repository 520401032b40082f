import { sql } from 'drizzle-orm';
import type { ReadStore } from '../db/store.ts';

export interface HearingAhead {
  readonly id: string;
  readonly title: string;
  readonly contactId: string;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly court: string;
}

/** Hearings that are to take place from one day to another, both included, the soonest first. */
export function hearingsAhead(store: ReadStore, from: string, to: string): HearingAhead[] {
  // 'U' follows the 'T' of a wall-clock time: the whole of the last day.
  return store.orm.all<HearingAhead>(sql`
    SELECT id, title, contact_id AS contactId, starts_at AS startsAt, time_zone AS timeZone, court
    FROM hearing
    WHERE status = 'scheduled' AND starts_at >= ${from} AND starts_at < ${`${to}U`}
    ORDER BY starts_at, id`);
}
