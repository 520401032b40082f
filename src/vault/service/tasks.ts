import type { Calls } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { TaskRef } from '../../shared/contract/tasks.ts';
import { timelineOf, type TimelineStep } from '../../shared/model/action-timeline.ts';
import type { Task, TaskFields } from '../../shared/model/task.ts';
import { isTimelineStep } from '../../shared/model/timeline-rules.ts';
import { ok, type Outcome } from '../../shared/outcome.ts';
import { findAction } from '../store/actions.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import { findTask, taskedAction, tasksOfAction } from '../store/tasks.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { taskRows } from './task-rows.ts';
import { write } from './write.ts';

/** Tasks. A step of a timeline gets a record only by what an officer does to it. */
export const taskHandlers: Handlers<Calls, 'vault', VaultContext>['tasks'] = {
  list: (context, filter) => ok(taskRows(context.store, filter, context.today())),

  save: (context, { id, fields }) => {
    const { store } = context;
    const before = id === null ? null : findTask(store, id);
    if (id !== null && before === null) return notFound('task', id);
    // A contact that is planned has a step too, but no action whose dates would move it.
    if (before !== null && before.step !== null && before.actionId !== null) {
      return invalid(['id'], 'is-a-step');
    }
    const { contactId, actionId } = fields;
    if (
      actionId !== null &&
      actionId !== before?.actionId &&
      findAction(store, actionId) === null
    ) {
      return notFound('action', actionId);
    }
    const naming = contactId === null || contactId === before?.contactId ? [] : [contactId];
    const unknown = firstUnknownContact(store, naming);
    if (unknown !== null) return notFound('contact', unknown);
    const { value, changeSetId } = write(context, before === null ? 'create' : 'edit', (writer) => {
      if (before === null) {
        return writer.create('task', { ...OPEN_TASK, ...fields });
      }
      writer.update('task', before.id, fields);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  reviseStep: (context, { task, text, assignedTo }) => {
    const target = targetOf(context, task);
    if (!target.ok) return target;
    if (!isTimelineStep(target.value.record.step)) return invalid(['task'], 'no-such-step');
    return ok(put(context, 'edit', target.value, { text, assignedTo }));
  },

  settle: (context, { task, state }) => {
    const target = targetOf(context, task);
    if (!target.ok) return target;
    const { step, record } = target.value;
    const isOpen = state === 'open';
    const settledOn = isOpen ? null : context.today();
    // A settled step keeps the day it had; an open one has the day that the dates give it.
    const day = isOpen ? null : (step?.dueOn ?? null);
    const dueOn = step === null ? record.dueOn : day;
    return ok(put(context, 'settle', target.value, { state, settledOn, dueOn }));
  },

  remove: (context, { id }) => {
    if (findTask(context.store, id) === null) return notFound('task', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('task', id);
    });
    return ok({ id, changeSetId });
  },
};

const OPEN_TASK = {
  step: null,
  bundleEntryId: null,
  state: 'open',
  settledOn: null,
} as const satisfies Partial<TaskFields>;

/** What a reference means: its record, or what would be one; and the step as it stands, if any. */
interface Target {
  readonly record: Task | TaskFields;
  readonly step: TimelineStep | null;
}

type TargetFailure = FailureOf<'not-found' | 'invalid-argument'>;

function targetOf(context: VaultContext, ref: TaskRef): Outcome<Target, TargetFailure> {
  const { store } = context;
  if ('id' in ref) {
    const stored = findTask(store, ref.id);
    if (stored === null) return notFound('task', ref.id);
    const isStep = stored.step !== null && stored.actionId !== null;
    const step = isStep ? stepOf(context, stored.actionId, stored.step) : null;
    return ok({ record: stored, step });
  }
  if (findAction(store, ref.actionId) === null) return notFound('action', ref.actionId);
  const step = stepOf(context, ref.actionId, ref.step);
  if (step === null) return invalid(['task', 'step'], 'no-such-step');
  const stored = step.taskId === null ? null : findTask(store, step.taskId);
  if (stored !== null) return ok({ record: stored, step });
  const record: TaskFields = {
    ...OPEN_TASK,
    text: ref.text,
    step: ref.step,
    actionId: ref.actionId,
    contactId: null,
    dueOn: null,
    assignedTo: step.assignedTo,
  };
  return ok({ record, step });
}

function stepOf(
  { store, today }: VaultContext,
  actionId: string | null,
  slug: string | null,
): TimelineStep | null {
  const action = actionId === null ? null : taskedAction(store, actionId);
  if (action === null) return null;
  const steps = timelineOf(action, today(), tasksOfAction(store, action.id));
  return steps.find((step) => step.step === slug) ?? null;
}

/** Changes the record, or makes the step's with the change. */
function put(
  context: VaultContext,
  reason: 'edit' | 'settle',
  { record }: Target,
  change: Partial<TaskFields>,
): { id: string; changeSetId: string | null } {
  const { value, changeSetId } = write(context, reason, (writer) => {
    if (!('id' in record)) return writer.create('task', { ...record, ...change });
    writer.update('task', record.id, change);
    return record.id;
  });
  return { id: value, changeSetId };
}
