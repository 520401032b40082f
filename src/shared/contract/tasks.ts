import { z } from 'zod';
import { calendarDate, optionalShortText, recordId, shortText } from '../model/primitives.ts';
import { taskFields } from '../model/task.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { TASK_STATES } from '../model/vocabulary/plan.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

/** A task of an officer, or a step that an action's dates call for: one list of both. */
export const taskRow = z.strictObject({
  /** Names the row in a list: steps that nobody touched have no record, and so no id. */
  key: z.string(),
  id: recordId.nullable(),
  /** The step of the action's timeline; null for a task of its own. */
  step: z.string().nullable(),
  /** What started a task that nobody wrote by hand: a withdrawal, a rhythm (the task's step). */
  startedBy: z.string().nullable(),
  /** Null where the step's usual words are meant. */
  text: z.string().nullable(),
  dueOn: calendarDate.nullable(),
  isOverdue: z.boolean(),
  assignedTo: z.string().nullable(),
  state: z.enum(TASK_STATES),
  settledOn: calendarDate.nullable(),
  /** False for a settled step that the dates no longer call for. */
  canReopen: z.boolean(),
  action: z
    .strictObject({
      id: recordId,
      title: z.string(),
      type: z.enum(ACTION_TYPES),
      status: z.enum(ACTION_STATUSES),
    })
    .nullable(),
  /** Whom a task of one's own is about; a step is about those of its action. */
  contactId: recordId.nullable(),
  contacts: z.array(z.strictObject({ id: recordId, label: z.string() })),
  /** The bundle to call back after a withdrawal; its name is empty where the register lost it. */
  bundle: z
    .strictObject({ id: recordId, counterpartName: z.string(), at: z.string().nullable() })
    .nullable(),
});
export type TaskRow = z.infer<typeof taskRow>;

/** A stored task; or a step that has no record yet, with the words that it was shown in. */
const taskRef = z.union([
  z.strictObject({ id: recordId }),
  z.strictObject({ actionId: recordId, step: taskFields.shape.step.unwrap(), text: shortText }),
]);
export type TaskRef = z.output<typeof taskRef>;

export const ownTask = taskFields.pick({
  text: true,
  dueOn: true,
  assignedTo: true,
  actionId: true,
  contactId: true,
});

export const tasks = {
  /** The soonest due first, those without a day last. */
  list: vaultCall({
    arg: z.strictObject({
      /** Tasks about a contact, and those of the actions that are for them. */
      contactId: recordId.optional(),
      actionId: recordId.optional(),
      /** Due on this day or before. */
      until: calendarDate.optional(),
      assignedTo: shortText.optional(),
      states: z.array(z.enum(TASK_STATES)).optional(),
    }),
    result: z.array(taskRow),
  }),
  /** Makes (no id) or changes a task of one's own; a step is changed through `reviseStep`. */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: ownTask }),
    result: written,
    failures: ['not-found'],
  }),
  /** Gives a step other words or another officer. Its day stays with the dates of the action. */
  reviseStep: vaultCall({
    arg: z.strictObject({ task: taskRef, text: shortText, assignedTo: optionalShortText }),
    result: written,
    failures: ['not-found'],
  }),
  /** Done or dropped, today; or open again. */
  settle: vaultCall({
    arg: z.strictObject({ task: taskRef, state: z.enum(TASK_STATES) }),
    result: written,
    failures: ['not-found'],
  }),
  /** Removes a task; of a step, only what was written about it, so that it stands as at first. */
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
