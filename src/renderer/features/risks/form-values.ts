import { z } from 'zod';
import {
  riskAssessmentFields,
  type RiskAssessment,
} from '../../../shared/model/risk-assessment.ts';
import { RISK_LEVELS, type RiskLevel } from '../../../shared/model/vocabulary/contact.ts';
import { NINE_RISKS, RISK_BEARERS, RISK_TRENDS } from '../../../shared/model/vocabulary/risk.ts';
import { localToday } from '../../i18n/local-today.ts';

/** The fields of an assessment, which is never of a day that has not come. */
export const riskForm = riskAssessmentFields.superRefine((fields, context) => {
  if (fields.assessedOn <= localToday()) return;
  context.addIssue({ code: 'custom', path: ['assessedOn'], message: 'in-future' });
});
export type RiskFormValues = z.input<typeof riskForm>;
export type RiskFormParsed = z.output<typeof riskForm>;

export interface NewAssessment {
  readonly contactId: string;
  /** Calendar date, ISO 8601. */
  readonly today: string;
  readonly assessedBy: string | null;
  /** The level the contact has, where nobody assessed it yet. */
  readonly level: RiskLevel | null;
  readonly previous: RiskAssessment | null;
}

/**
 * A new assessment. It begins with what the one before found, for the question is what has changed;
 * day, assessor and day of review are new.
 */
export function newAssessment(start: NewAssessment): RiskFormValues {
  const { contactId, today, assessedBy, level, previous } = start;
  return {
    contactId,
    assessedOn: today,
    assessedBy,
    level: previous?.level ?? level ?? 'medium',
    trend: 'steady',
    ratings: previous?.ratings ?? [],
    triggers: previous?.triggers ?? '',
    mitigations: previous?.mitigations ?? '',
    safetyPlan: previous?.safetyPlan ?? '',
    reviewOn: null,
  };
}

/** A stored assessment as the form holds it. */
export function storedAssessment({ id: _id, ...fields }: RiskAssessment): RiskFormValues {
  return fields;
}

const words = z.string();

/** What an unfinished form may look like; only the shape is checked, the rest is still being typed. */
const unfinished = z.object({
  contactId: words,
  assessedOn: words,
  assessedBy: words.nullable(),
  level: z.enum(RISK_LEVELS),
  trend: z.enum(RISK_TRENDS),
  ratings: z.array(
    z.object({
      risk: z.enum(NINE_RISKS),
      bearer: z.enum(RISK_BEARERS),
      likelihood: z.number(),
      severity: z.number(),
      note: words.nullable(),
    }),
  ),
  triggers: words,
  mitigations: words,
  safetyPlan: words,
  reviewOn: words.nullable(),
});

/** An autosaved form body, or null where it is not one of this form (another version wrote it). */
export function unfinishedAssessment(body: unknown): RiskFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
