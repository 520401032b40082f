import { and, count, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { FollowUp, MeetingLog, PromiseRecord } from '../../shared/model/meeting-log.ts';
import type { MeetingLogState } from '../../shared/model/vocabulary/meeting.ts';
import { followUp, meetingLog, promise } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

export interface MeetingFilter {
  readonly contactId?: string | undefined;
  /** Calendar dates at the place of the meeting; both ends are part of it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly states?: readonly MeetingLogState[] | undefined;
}

export function findMeetingLog(store: ReadStore, id: string): MeetingLog | null {
  return store.orm.select().from(meetingLog).where(eq(meetingLog.id, id)).get() ?? null;
}

/** What a line of a timeline needs; of a long text no more than its beginning is read. */
export type MeetingLine = Omit<
  MeetingLog,
  'durationMinutes' | 'language' | 'interpreter' | 'said' | 'told' | 'sealedAt'
> & { readonly saidStart: string };

/** Longest beginning of what was said that a line carries, in code points. */
export const EXCERPT_CHARACTERS = 280;

const line = {
  id: meetingLog.id,
  state: meetingLog.state,
  startedAt: meetingLog.startedAt,
  timeZone: meetingLog.timeZone,
  channel: meetingLog.channel,
  title: meetingLog.title,
  place: meetingLog.place,
  participants: meetingLog.participants,
  sensitivity: meetingLog.sensitivity,
  correctsId: meetingLog.correctsId,
  // SQLite counts code points, so no character is cut in two.
  saidStart: sql<string>`substr(${meetingLog.said}, 1, ${EXCERPT_CHARACTERS})`,
};

/** Lines of the timeline, newest first. */
export function meetingLines(
  store: ReadStore,
  filter: MeetingFilter,
  page: { readonly limit: number; readonly offset: number },
): MeetingLine[] {
  return store.orm
    .select(line)
    .from(meetingLog)
    .where(matching(filter))
    .orderBy(desc(meetingLog.startedAt), desc(meetingLog.id))
    .limit(page.limit)
    .offset(page.offset)
    .all();
}

export function meetingLineOf(store: ReadStore, id: string): MeetingLine | null {
  return store.orm.select(line).from(meetingLog).where(eq(meetingLog.id, id)).get() ?? null;
}

export function countMeetings(store: ReadStore, filter: MeetingFilter): number {
  return (
    store.orm.select({ count: count() }).from(meetingLog).where(matching(filter)).get()?.count ?? 0
  );
}

function matching({ contactId, from, to, states }: MeetingFilter): SQL | undefined {
  return and(
    contactId === undefined
      ? undefined
      : sql`${meetingLog.id} IN
          (SELECT log_id FROM meeting_log_contact WHERE contact_id = ${contactId})`,
    from === undefined ? undefined : gte(meetingLog.startedAt, from),
    // 'U' follows the 'T' of a wall-clock time: the whole of the last day.
    to === undefined ? undefined : lt(meetingLog.startedAt, `${to}U`),
    states && inArray(meetingLog.state, [...states]),
  );
}

/** Ways to meet at which those who meet are in one place, and so in one time zone. */
const IN_ONE_PLACE = ['in-person', 'visit-at-workplace', 'event'] as const;

/** The time zone in which a contact was last met in person by a day; null where they never were. */
export function zoneWhereMet(store: ReadStore, contactId: string, today: string): string | null {
  const met = matching({ contactId, to: today });
  const row = store.orm
    .select({ timeZone: meetingLog.timeZone })
    .from(meetingLog)
    .where(and(met, inArray(meetingLog.channel, IN_ONE_PLACE)))
    .orderBy(desc(meetingLog.startedAt), desc(meetingLog.id))
    .limit(1)
    .get();
  return row?.timeZone ?? null;
}

/** The titles of these logs, by id. */
export function meetingTitles(
  store: ReadStore,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const rows = store.orm
    .select({ id: meetingLog.id, title: meetingLog.title })
    .from(meetingLog)
    .where(isOneOf(meetingLog.id, ids))
    .all();
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** The log that corrects each of these, by the id of the corrected one; the latest if several. */
export function correctionsOf(
  store: ReadStore,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const rows = store.orm
    .select({ id: meetingLog.id, correctsId: meetingLog.correctsId })
    .from(meetingLog)
    .where(isOneOf(meetingLog.correctsId, ids))
    .orderBy(meetingLog.id)
    .all();
  return new Map(rows.map((row) => [row.correctsId ?? '', row.id]));
}

/** How many promises each of these logs holds, and how many of them are open. */
export function promiseCounts(
  store: ReadStore,
  logIds: readonly string[],
): ReadonlyMap<string, { readonly all: number; readonly open: number }> {
  const rows = store.orm
    .select({
      id: promise.meetingLogId,
      all: count(),
      open: sql<number>`sum(${promise.state} = 'open')`,
    })
    .from(promise)
    .where(isOneOf(promise.meetingLogId, logIds))
    .groupBy(promise.meetingLogId)
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

export function promisesOfLog(store: ReadStore, logId: string): readonly PromiseRecord[] {
  return store.orm
    .select()
    .from(promise)
    .where(eq(promise.meetingLogId, logId))
    .orderBy(promise.id)
    .all();
}

export function followUpsOfLog(store: ReadStore, logId: string): readonly FollowUp[] {
  return store.orm
    .select()
    .from(followUp)
    .where(eq(followUp.meetingLogId, logId))
    .orderBy(followUp.id)
    .all();
}
