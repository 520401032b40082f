import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { calls } from '../../../shared/contract/contract.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { ACTION_TYPES, type ActionType } from '../../../shared/model/vocabulary/action.ts';
import { PLAN_STATES } from '../../../shared/model/vocabulary/plan.ts';
import { partnerInForm } from '../../components/partners/partner-in-form.ts';

/** The schema of the form: the fields that `plans.save` takes. */
export const planForm = calls.plans.save.arg.shape.fields;
export type PlanFormValues = z.input<typeof planForm>;
export type PlanFormParsed = z.output<typeof planForm>;
export type OptionValues = PlanFormValues['options'][number];

export function emptyPlan(subjectIds: readonly string[], today: string): PlanFormValues {
  return {
    title: '',
    state: 'open',
    subjectIds: [...subjectIds],
    situation: '',
    goal: '',
    options: [],
    partners: [],
    owner: null,
    startedOn: today,
    reviewOn: null,
    outcome: '',
  };
}

/** A stored plan as the form holds it. */
export function storedPlan({ id: _id, ...fields }: Plan): PlanFormValues {
  return fields;
}

/** An option not weighed yet. */
export function emptyOption(actionType: ActionType): OptionValues {
  return {
    id: uuidV7(),
    actionType,
    summary: '',
    benefit: '',
    riskToDefender: '',
    riskToFamily: '',
    riskToOthers: '',
    associationRisk: '',
    chosen: false,
  };
}

const unfinished = z.object({
  title: z.string(),
  state: z.enum(PLAN_STATES),
  subjectIds: z.array(z.string()),
  situation: z.string(),
  goal: z.string(),
  options: z.array(
    z.object({
      id: z.string(),
      actionType: z.enum(ACTION_TYPES),
      summary: z.string(),
      benefit: z.string(),
      riskToDefender: z.string(),
      riskToFamily: z.string(),
      riskToOthers: z.string(),
      associationRisk: z.string(),
      chosen: z.boolean(),
    }),
  ),
  partners: z.array(partnerInForm),
  owner: z.string().nullable(),
  startedOn: z.string(),
  reviewOn: z.string().nullable(),
  outcome: z.string(),
});

/** An autosaved form body, or null where it is not one of this form. */
export function unfinishedPlan(body: unknown): PlanFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
