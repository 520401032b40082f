import { z } from 'zod';
import { calendarDate, longText, recordId } from './primitives.ts';
import { REVIEW_COST, REVIEW_HELPED, REVIEW_MONTHS } from './vocabulary/plan.ts';

/** Did it help, did it cost them, what do they say: one month, three and six after an action. */
export const actionReviewFields = z.strictObject({
  actionId: recordId,
  months: z.literal(REVIEW_MONTHS),
  reviewedOn: calendarDate,
  helped: z.enum(REVIEW_HELPED),
  cost: z.enum(REVIEW_COST),
  /** Incidents after the action that are thought to answer it: backlash. */
  incidentIds: z.array(recordId).max(100),
  defenderView: longText,
  note: longText,
});
export type ActionReviewFields = z.infer<typeof actionReviewFields>;
export type ActionReview = ActionReviewFields & { readonly id: string };
