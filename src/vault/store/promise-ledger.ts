import { and, desc, eq, gte, sql, type SQL } from 'drizzle-orm';
import type { LedgerFilter } from '../../shared/contract/rhythm.ts';
import type { PromiseRecord } from '../../shared/model/meeting-log.ts';
import { meetingLog, promise } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

/** Whose promises the ledger is about, and since when they were made. */
export interface LedgerScope {
  readonly contactId?: string | undefined;
  readonly madeSince?: string | undefined;
}

const IS_OPEN = sql`${promise.state} = 'open'`;
/** Settled, and nobody told them; a promise that they released us from needs no telling. */
const IS_UNTOLD = sql`(${promise.state} IN ('kept', 'broken') AND ${promise.toldThemOn} IS NULL)`;

function condition(show: LedgerFilter, today: string): SQL {
  switch (show) {
    case 'all':
      return sql`1`;
    case 'owed':
      return sql`(${IS_OPEN} OR ${IS_UNTOLD})`;
    case 'open':
      return IS_OPEN;
    case 'overdue':
      return sql`(${IS_OPEN} AND ${promise.dueOn} < ${today})`;
    case 'untold':
      return IS_UNTOLD;
    case 'kept':
    case 'broken':
    case 'released':
      return sql`${promise.state} = ${show}`;
  }
}

/**
 * The first promises of the ledger: the open ones before the settled, of these the soonest due
 * first and those without a day last, and of the settled the latest first.
 */
export function ledgerPromises(
  store: ReadStore,
  show: LedgerFilter,
  scope: LedgerScope,
  today: string,
  limit: number,
): PromiseRecord[] {
  return store.orm
    .select()
    .from(promise)
    .where(and(condition(show, today), inScope(scope)))
    .orderBy(
      sql`${promise.state} <> 'open'`,
      desc(promise.settledOn),
      sql`${promise.dueOn} IS NULL`,
      promise.dueOn,
      promise.id,
    )
    .limit(limit)
    .all();
}

/** How many promises each filter shows, in one pass. */
export function ledgerCounts(
  store: ReadStore,
  scope: LedgerScope,
  today: string,
): Record<LedgerFilter, number> {
  const number = (show: LedgerFilter): SQL<number> =>
    sql<number>`coalesce(sum(${condition(show, today)}), 0)`;
  const counts = store.orm
    .select({
      owed: number('owed'),
      open: number('open'),
      overdue: number('overdue'),
      untold: number('untold'),
      kept: number('kept'),
      broken: number('broken'),
      released: number('released'),
      all: number('all'),
    })
    .from(promise)
    .where(inScope(scope))
    .get();
  if (counts === undefined) throw new Error('a sum without a row');
  return counts;
}

function inScope({ contactId, madeSince }: LedgerScope): SQL | undefined {
  return and(
    contactId === undefined ? undefined : eq(promise.contactId, contactId),
    madeSince === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM ${meetingLog} WHERE ${and(
          eq(meetingLog.id, promise.meetingLogId),
          gte(meetingLog.startedAt, madeSince),
        )})`,
  );
}
