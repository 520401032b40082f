import { z } from 'zod';
import type { ReviewRow } from '../../../shared/contract/reviews.ts';
import { actionReviewFields } from '../../../shared/model/action-review.ts';
import {
  REVIEW_COST,
  REVIEW_HELPED,
  REVIEW_MONTHS,
  type ReviewMonths,
} from '../../../shared/model/vocabulary/plan.ts';

export const reviewForm = actionReviewFields;
export type ReviewFormValues = z.input<typeof reviewForm>;

/** A review as it is begun: nothing is said yet of what came of the action. */
export function emptyReview(
  actionId: string,
  months: ReviewMonths,
  today: string,
  incidentIds: readonly string[],
): ReviewFormValues {
  return {
    actionId,
    months,
    reviewedOn: today,
    helped: 'unknown',
    cost: 'unknown',
    incidentIds: [...incidentIds],
    defenderView: '',
    note: '',
  };
}

/** A stored review as the form holds it. */
export function storedReview(row: ReviewRow): ReviewFormValues {
  const { actionId, months, reviewedOn, helped, cost, incidents, defenderView, note } = row;
  const incidentIds = incidents.map((incident) => incident.id);
  return { actionId, months, reviewedOn, helped, cost, incidentIds, defenderView, note };
}

const unfinished = z.object({
  actionId: z.string(),
  months: z.literal(REVIEW_MONTHS),
  reviewedOn: z.string(),
  helped: z.enum(REVIEW_HELPED),
  cost: z.enum(REVIEW_COST),
  incidentIds: z.array(z.string()),
  defenderView: z.string(),
  note: z.string(),
});

/** An autosaved form body, or null where it is not one of this form. */
export function unfinishedReview(body: unknown): ReviewFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
