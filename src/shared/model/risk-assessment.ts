import { z } from 'zod';
import { calendarDate, longText, optionalShortText, recordId } from './primitives.ts';
import { RISK_LEVELS } from './vocabulary/contact.ts';
import { NINE_RISKS, RISK_BEARERS, RISK_STEPS, RISK_TRENDS } from './vocabulary/risk.ts';

const step = z.number().int().min(1).max(RISK_STEPS);

/** One of the nine risks as it falls on one bearer. */
export const riskRating = z.strictObject({
  risk: z.enum(NINE_RISKS),
  bearer: z.enum(RISK_BEARERS),
  likelihood: step,
  severity: step,
  note: optionalShortText,
});
export type RiskRating = z.infer<typeof riskRating>;

/** What a contact faces, as an officer judged it on one day. A later day is a new assessment. */
export const riskAssessmentFields = z
  .strictObject({
    contactId: recordId,
    assessedOn: calendarDate,
    assessedBy: optionalShortText,
    level: z.enum(RISK_LEVELS),
    trend: z.enum(RISK_TRENDS),
    ratings: z
      .array(riskRating)
      .max(NINE_RISKS.length * RISK_BEARERS.length)
      .superRefine((ratings, context) => {
        const seen = new Set<string>();
        for (const [index, { risk, bearer }] of ratings.entries()) {
          const key = `${risk} ${bearer}`;
          if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'twice' });
          seen.add(key);
        }
      }),
    triggers: longText,
    mitigations: longText,
    safetyPlan: longText,
    reviewOn: calendarDate.nullable(),
  })
  .superRefine((value, context) => {
    if (value.reviewOn !== null && value.reviewOn < value.assessedOn) {
      context.addIssue({ code: 'custom', path: ['reviewOn'], message: 'before-assessment' });
    }
  });
export type RiskAssessmentFields = z.infer<typeof riskAssessmentFields>;
export type RiskAssessment = RiskAssessmentFields & { readonly id: string };
