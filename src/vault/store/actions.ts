import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Action } from '../../shared/model/action.ts';
import type { ActionStatus, ActionType } from '../../shared/model/vocabulary/action.ts';
import { action } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

export interface ActionFilter {
  /** Whom it is for, or who may be named in what it says. */
  readonly contactId?: string | undefined;
  readonly statuses?: readonly ActionStatus[] | undefined;
  readonly types?: readonly ActionType[] | undefined;
}

export function findAction(store: ReadStore, id: string): Action | null {
  return store.orm.select().from(action).where(eq(action.id, id)).get() ?? null;
}

/** The actions of these ids that there are, in order of their ids. */
export function actionsByIds(store: ReadStore, ids: readonly string[]): Action[] {
  return store.orm.select().from(action).where(isOneOf(action.id, ids)).orderBy(action.id).all();
}

/** The actions that belong to these plans, the soonest due first, those without a date last. */
export function actionsOfPlans(store: ReadStore, planIds: readonly string[]): Action[] {
  return store.orm
    .select()
    .from(action)
    .where(isOneOf(action.planId, planIds))
    .orderBy(sql`${action.dueOn} IS NULL`, action.dueOn, action.id)
    .all();
}

/** Actions, the soonest due first, those without a date last. */
export function listActions(store: ReadStore, filter: ActionFilter): Action[] {
  return store.orm
    .select()
    .from(action)
    .where(
      and(
        filter.contactId === undefined
          ? undefined
          : sql`(${action.id} IN
              (SELECT action_id FROM action_subject WHERE contact_id = ${filter.contactId})
              OR ${filter.contactId} IN
              (SELECT value FROM json_each(${action.particulars}, '$.mayBeNamedIds')))`,
        filter.statuses && inArray(action.status, [...filter.statuses]),
        filter.types && inArray(action.type, [...filter.types]),
      ),
    )
    .orderBy(sql`${action.dueOn} IS NULL`, action.dueOn, action.id)
    .all();
}
