import { desc, eq, sql } from 'drizzle-orm';
import type { RiskAssessment } from '../../shared/model/risk-assessment.ts';
import { riskAssessment } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

export function findRiskAssessment(store: ReadStore, id: string): RiskAssessment | null {
  return store.orm.select().from(riskAssessment).where(eq(riskAssessment.id, id)).get() ?? null;
}

/** The assessments of a contact, the newest first, in the order of `newestAssessment`. */
export function riskAssessmentsOf(store: ReadStore, contactId: string): RiskAssessment[] {
  return store.orm
    .select()
    .from(riskAssessment)
    .where(eq(riskAssessment.contactId, contactId))
    .orderBy(desc(riskAssessment.assessedOn), desc(riskAssessment.id))
    .all();
}

/**
 * The assessments to be reviewed up to and with a day, the longest due first. Only the newest of a
 * contact who is still there asks for a review: a later one answered those before it.
 */
export function riskReviewsDue(
  store: ReadStore,
  until: string,
): (RiskAssessment & { readonly reviewOn: string })[] {
  const rows = store.orm
    .select()
    .from(riskAssessment)
    .where(
      sql`${riskAssessment.reviewOn} <= ${until}
        AND EXISTS (SELECT 1 FROM contact WHERE contact.id = ${riskAssessment.contactId})
        AND NOT EXISTS (
          SELECT 1 FROM risk_assessment AS later
          WHERE later.contact_id = ${riskAssessment.contactId}
            AND (later.assessed_on, later.id) > (${riskAssessment.assessedOn}, ${riskAssessment.id}))`,
    )
    .orderBy(riskAssessment.reviewOn, riskAssessment.id)
    .all();
  return rows.flatMap((row) => (row.reviewOn === null ? [] : [{ ...row, reviewOn: row.reviewOn }]));
}
