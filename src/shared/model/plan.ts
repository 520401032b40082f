import { z } from 'zod';
import { partner } from './partner.ts';
import { calendarDate, longText, optionalShortText, recordId, shortText } from './primitives.ts';
import { ACTION_TYPES } from './vocabulary/action.ts';
import { PLAN_STATES } from './vocabulary/plan.ts';

/** One thing that could be done, with its do-no-harm analysis. */
export const planOption = z.strictObject({
  id: recordId,
  actionType: z.enum(ACTION_TYPES),
  summary: longText,
  benefit: longText,
  riskToDefender: longText,
  riskToFamily: longText,
  riskToOthers: longText,
  /** "association with foreign diplomats can sometimes create new risks" */
  associationRisk: longText,
  chosen: z.boolean(),
});
export type PlanOption = z.infer<typeof planOption>;

/** The do-no-harm analysis of an option: what it may bring, and whom it may cost what. */
export const WEIGHED_PARTS = [
  'benefit',
  'riskToDefender',
  'riskToFamily',
  'riskToOthers',
  'associationRisk',
] as const satisfies readonly (keyof PlanOption)[];
export type WeighedPart = (typeof WEIGHED_PARTS)[number];

/**
 * The parts of its analysis that say nothing yet. "The UK's approach to Human Rights Defenders is
 * guided by the principle of do no harm": an option is chosen once each of them has words. Who sees
 * no risk writes that down, and why.
 */
export function unweighedParts(option: Pick<PlanOption, WeighedPart>): WeighedPart[] {
  return WEIGHED_PARTS.filter((part) => option[part].trim() === '');
}

/** What the mission means to do in one situation: the goal, the options weighed, who takes part. */
export const planFields = z
  .strictObject({
    title: shortText,
    state: z.enum(PLAN_STATES),
    subjectIds: z.array(recordId).max(200),
    situation: longText,
    goal: longText,
    options: z.array(planOption).max(50),
    partners: z.array(partner).max(50),
    owner: optionalShortText,
    startedOn: calendarDate,
    reviewOn: calendarDate.nullable(),
    outcome: longText,
  })
  .superRefine((value, context) => {
    if (value.reviewOn !== null && value.reviewOn < value.startedOn) {
      context.addIssue({ code: 'custom', path: ['reviewOn'], message: 'before-start' });
    }
    for (const [index, option] of value.options.entries()) {
      if (!option.chosen) continue;
      for (const part of unweighedParts(option)) {
        const path = ['options', index, part];
        context.addIssue({ code: 'custom', path, message: 'weigh-before-choosing' });
      }
    }
  });
export type PlanFields = z.infer<typeof planFields>;
export type Plan = PlanFields & { readonly id: string };
