import { z } from 'zod';
import { planFields } from '../model/plan.ts';
import { calendarDate, recordId } from '../model/primitives.ts';
import { PLAN_STATES } from '../model/vocabulary/plan.ts';
import { actionRow } from './actions.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

export const planRow = z.strictObject({
  id: recordId,
  title: z.string(),
  state: z.enum(PLAN_STATES),
  subjects: z.array(z.strictObject({ id: recordId, label: z.string() })),
  /** The first 280 characters of the goal. */
  goal: z.string(),
  owner: z.string().nullable(),
  startedOn: calendarDate,
  reviewOn: calendarDate.nullable(),
  options: z.strictObject({ weighed: z.number().int(), chosen: z.number().int() }),
  /** The actions that belong to it, and how many of them the gate would not let pass today. */
  actions: z.strictObject({ total: z.number().int(), held: z.number().int() }),
});
export type PlanRow = z.infer<typeof planRow>;

export const plans = {
  /** Open ones first, by the day of their review, the soonest first; closed ones the newest first. */
  list: vaultCall({
    arg: z.strictObject({
      /** Whom they are for. */
      contactId: recordId.optional(),
      state: z.enum(PLAN_STATES).optional(),
    }),
    result: z.array(planRow),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: z.strictObject({
      plan: z.strictObject({ ...planFields.shape, id: recordId }),
      row: planRow,
      /** Its actions, the soonest due first, each with what the gate says today. */
      actions: z.array(actionRow),
    }),
    failures: ['not-found'],
  }),
  /**
   * Creates (no id) or changes a plan. Contacts newly named must be known, and an option is chosen
   * only once its do-no-harm analysis is there.
   */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: planFields }),
    result: written,
    failures: ['not-found'],
  }),
  /** Removes a plan. Its actions stay, and are part of it again if the removal is undone. */
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
