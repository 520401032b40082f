import { z } from 'zod';
import { calendarDate, optionalShortText, recordId, shortText } from './primitives.ts';
import { TASK_STATES } from './vocabulary/plan.ts';

/**
 * Something to be done by a day. Steps of an action's timeline (action-timeline.ts) become a task
 * only once somebody settles or rewords them; until then they are worked out from the dates.
 */
export const taskFields = z.strictObject({
  text: shortText,
  /**
   * The step of the action's timeline that this task stands for; without an action, a contact that
   * is planned or was tried (planned-contact.ts).
   */
  step: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/u)
    .nullable(),
  actionId: recordId.nullable(),
  contactId: recordId.nullable(),
  /** The bundle to call back after a withdrawal. */
  bundleEntryId: recordId.nullable(),
  dueOn: calendarDate.nullable(),
  assignedTo: optionalShortText,
  state: z.enum(TASK_STATES),
  settledOn: calendarDate.nullable(),
});
export type TaskFields = z.infer<typeof taskFields>;
export type Task = TaskFields & { readonly id: string };
