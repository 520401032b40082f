import { z } from 'zod';
import { actionParticulars } from '../model/particulars.ts';
import { calendarDate } from '../model/primitives.ts';
import { actionRow } from './actions.ts';
import { nothing, vaultCall } from './define.ts';

/** One thing done through the United Nations: the action, what it holds, and what comes next. */
export const multilateralRow = z.strictObject({
  action: actionRow,
  particulars: actionParticulars.nullable(),
  doneOn: calendarDate.nullable(),
  /** The soonest open step of its timeline. */
  next: z
    .strictObject({
      step: z.string(),
      text: z.string().nullable(),
      dueOn: calendarDate,
      isOverdue: z.boolean(),
    })
    .nullable(),
});
export type MultilateralRow = z.infer<typeof multilateralRow>;

export const multilateral = {
  /** Every action of a multilateral type, the soonest due first. */
  list: vaultCall({ arg: nothing, result: z.array(multilateralRow) }),
} as const;
