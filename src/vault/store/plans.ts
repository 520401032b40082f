import { and, eq, sql } from 'drizzle-orm';
import type { Plan } from '../../shared/model/plan.ts';
import type { PlanState } from '../../shared/model/vocabulary/plan.ts';
import { plan } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

export interface PlanFilter {
  readonly contactId?: string | undefined;
  readonly state?: PlanState | undefined;
}

export function findPlan(store: ReadStore, id: string): Plan | null {
  return store.orm.select().from(plan).where(eq(plan.id, id)).get() ?? null;
}

/** Plans: the open ones first, the soonest review first, then the closed ones, the newest first. */
export function listPlans(store: ReadStore, filter: PlanFilter): Plan[] {
  return store.orm
    .select()
    .from(plan)
    .where(
      and(
        filter.contactId === undefined
          ? undefined
          : sql`${plan.id} IN
              (SELECT plan_id FROM plan_subject WHERE contact_id = ${filter.contactId})`,
        filter.state && eq(plan.state, filter.state),
      ),
    )
    .orderBy(
      sql`${plan.state} = 'closed'`,
      sql`CASE WHEN ${plan.state} = 'open' THEN coalesce(${plan.reviewOn}, '9999') END`,
      sql`${plan.startedOn} DESC`,
      plan.id,
    )
    .all();
}
