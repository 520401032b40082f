import { z } from 'zod';
import { calendarDate, recordId } from '../model/primitives.ts';
import { riskAssessmentFields } from '../model/risk-assessment.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { INCIDENT_ACTS } from '../model/vocabulary/incident.ts';
import { NINE_RISKS } from '../model/vocabulary/risk.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

const { shape } = riskAssessmentFields;

export const riskAssessmentRecord = z.strictObject({ ...shape, id: recordId });

/** An assessment whose day of review has come. */
export const riskReviewRow = z.strictObject({
  id: recordId,
  contactId: recordId,
  contactLabel: z.string(),
  level: shape.level,
  trend: shape.trend,
  assessedOn: calendarDate,
  reviewOn: calendarDate,
});
export type RiskReviewRow = z.infer<typeof riskReviewRow>;

export const risks = {
  /** Every assessment of a contact, the newest first: that one gives the contact's level of risk. */
  ofContact: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.array(riskAssessmentRecord),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: z.strictObject({ assessment: riskAssessmentRecord, contactLabel: z.string() }),
    failures: ['not-found'],
  }),
  /** Creates (no id) or changes an assessment. The level of its contact goes with the newest. */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: riskAssessmentFields }),
    result: written,
    failures: ['not-found'],
  }),
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
  /** The newest assessments to be reviewed up to and with a day, the longest due first. */
  dueForReview: vaultCall({
    arg: z.strictObject({ until: calendarDate }),
    result: z.array(riskReviewRow),
  }),
  /**
   * What the drawing of risk over time is made of, each oldest first: assessments, what happened,
   * and what the mission did (actions under way or done, on the day they began or were done).
   */
  overTime: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.strictObject({
      assessments: z.array(
        z.strictObject({
          id: recordId,
          on: calendarDate,
          level: shape.level,
          trend: shape.trend,
        }),
      ),
      incidents: z.array(
        z.strictObject({
          id: recordId,
          on: calendarDate,
          title: z.string(),
          act: z.enum(INCIDENT_ACTS),
          risk: z.enum(NINE_RISKS),
        }),
      ),
      actions: z.array(
        z.strictObject({
          id: recordId,
          on: calendarDate,
          title: z.string(),
          type: z.enum(ACTION_TYPES),
          status: z.enum(ACTION_STATUSES),
        }),
      ),
    }),
  }),
} as const;
