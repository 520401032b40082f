import { and, eq, inArray, sql } from 'drizzle-orm';
import type { FollowUp, PromiseRecord } from '../../shared/model/meeting-log.ts';
import { followUp, promise } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

/** Promises of all meetings, the soonest due first, those without a date last. */
export function listPromises(
  store: ReadStore,
  filter: {
    readonly contactId?: string | undefined;
    readonly states?: readonly PromiseRecord['state'][] | undefined;
  },
): PromiseRecord[] {
  return store.orm
    .select()
    .from(promise)
    .where(
      and(
        filter.contactId === undefined ? undefined : eq(promise.contactId, filter.contactId),
        filter.states && inArray(promise.state, [...filter.states]),
      ),
    )
    .orderBy(sql`${promise.dueOn} IS NULL`, promise.dueOn, promise.id)
    .all();
}

/** Follow-ups of all meetings, in the same order. */
export function listFollowUps(
  store: ReadStore,
  filter: {
    readonly contactId?: string | undefined;
    readonly states?: readonly FollowUp['state'][] | undefined;
  },
): FollowUp[] {
  return store.orm
    .select()
    .from(followUp)
    .where(
      and(
        filter.contactId === undefined ? undefined : eq(followUp.contactId, filter.contactId),
        filter.states && inArray(followUp.state, [...filter.states]),
      ),
    )
    .orderBy(sql`${followUp.dueOn} IS NULL`, followUp.dueOn, followUp.id)
    .all();
}
