import { z } from 'zod';
import { actionReviewFields } from '../model/action-review.ts';
import { calendarDate, recordId } from '../model/primitives.ts';
import { ACTION_TYPES } from '../model/vocabulary/action.ts';
import { DATE_PRECISIONS, INCIDENT_ACTS } from '../model/vocabulary/incident.ts';
import { REVIEW_MONTHS } from '../model/vocabulary/plan.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

const contactLabel = z.strictObject({ id: recordId, label: z.string() });

/** What a review needs to say of an incident. */
export const incidentLine = z.strictObject({
  id: recordId,
  title: z.string(),
  act: z.enum(INCIDENT_ACTS),
  occurredOn: calendarDate,
  precision: z.enum(DATE_PRECISIONS),
});
export type IncidentLine = z.infer<typeof incidentLine>;

/** The action that is reviewed. */
const reviewedAction = z.strictObject({
  actionId: recordId,
  actionTitle: z.string(),
  actionType: z.enum(ACTION_TYPES),
  doneOn: calendarDate.nullable(),
  subjects: z.array(contactLabel),
});

export const reviewRow = z.strictObject({
  ...actionReviewFields.omit({ incidentIds: true }).shape,
  ...reviewedAction.shape,
  id: recordId,
  /** Incidents thought to answer the action. One that was removed since is left out. */
  incidents: z.array(incidentLine),
});
export type ReviewRow = z.infer<typeof reviewRow>;

/** A review that is to be made: at most one for an action. */
export const dueReview = z.strictObject({
  ...reviewedAction.shape,
  months: z.literal(REVIEW_MONTHS),
  dueOn: calendarDate,
});
export type DueReview = z.infer<typeof dueReview>;

export const reviewStep = z.strictObject({
  months: z.literal(REVIEW_MONTHS),
  dueOn: calendarDate,
  state: z.enum(['made', 'due', 'passed', 'ahead']),
});

export const reviews = {
  /** Reviews due by a day, the soonest first. */
  due: vaultCall({ arg: z.strictObject({ until: calendarDate }), result: z.array(dueReview) }),
  /** Every review, the latest first. */
  list: vaultCall({ arg: z.strictObject({}), result: z.array(reviewRow) }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: reviewRow,
    failures: ['not-found'],
  }),
  /** The reviews of one action, those still to come, and what happened to its subjects since. */
  ofAction: vaultCall({
    arg: z.strictObject({ actionId: recordId }),
    result: z.strictObject({
      action: reviewedAction,
      reviews: z.array(reviewRow),
      /** Empty until the action is done. */
      steps: z.array(reviewStep),
      /** Incidents in which a subject was a victim since the action was begun. */
      since: z.array(incidentLine),
    }),
    failures: ['not-found'],
  }),
  /**
   * Creates (no id) or changes a review: of an action that is done, one for each of its months, not
   * dated before the action nor in the future.
   */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: actionReviewFields }),
    result: written,
    failures: ['not-found'],
  }),
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
