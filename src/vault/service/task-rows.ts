import type { TaskRow } from '../../shared/contract/tasks.ts';
import { timelineOf } from '../../shared/model/action-timeline.ts';
import type { Task } from '../../shared/model/task.ts';
import { isTimelineStep } from '../../shared/model/timeline-rules.ts';
import type { TaskState } from '../../shared/model/vocabulary/plan.ts';
import type { ReadStore } from '../db/store.ts';
import { bundleEntriesByIds } from '../store/bundle-entries.ts';
import { groupBy } from '../store/group-by.ts';
import { contactLabels } from '../store/labels.ts';
import { storedTasks, taskedActions, type TaskedAction, type TaskScope } from '../store/tasks.ts';

export interface TaskFilter extends TaskScope {
  readonly until?: string | undefined;
  readonly assignedTo?: string | undefined;
  readonly states?: readonly TaskState[] | undefined;
}

/** A row whose contacts and bundle have no names yet. */
type Found = Omit<TaskRow, 'contacts' | 'bundle'> & {
  readonly contactIds: readonly string[];
  readonly bundleEntryId: string | null;
};

/** Open tasks and steps due on a day or before it: what the day's work is made of. */
export function tasksDue(store: ReadStore, until: string, today: string): TaskRow[] {
  return taskRows(store, { until, states: ['open'] }, today);
}

/** Tasks, and the steps that the dates of actions call for; the soonest due first. */
export function taskRows(store: ReadStore, filter: TaskFilter, today: string): TaskRow[] {
  const actions = taskedActions(store, filter);
  const tasks = storedTasks(
    store,
    filter,
    actions.map(({ id }) => id),
  );
  const byId = new Map(actions.map((action) => [action.id, action]));
  const ofAction = groupBy(tasks, (task) => task.actionId);
  const found = [
    ...actions.flatMap((action) => stepsOf(action, ofAction.get(action.id) ?? [], today)),
    // A step whose action is not in this vault has no dates to be worked out from.
    ...tasks
      .filter((task) => !isTimelineStep(task.step) || !byId.has(task.actionId ?? ''))
      .map((task) => ownTask(task, byId.get(task.actionId ?? '') ?? null, today)),
  ];
  return named(store, found.filter((row) => passes(row, filter)).sort(byDay));
}

function stepsOf(action: TaskedAction, tasks: readonly Task[], today: string): Found[] {
  return timelineOf(action, today, tasks).map((step) => ({
    key: `${action.id}:${step.step}`,
    id: step.taskId,
    step: step.step,
    startedBy: null,
    text: step.text,
    dueOn: step.dueOn,
    isOverdue: step.isOverdue,
    assignedTo: step.assignedTo,
    state: step.state,
    settledOn: step.settledOn,
    canReopen: step.isCalledFor,
    action: shown(action),
    contactId: null,
    contactIds: action.subjectIds,
    bundleEntryId: null,
  }));
}

function ownTask(task: Task, action: TaskedAction | null, today: string): Found {
  const { id, text, dueOn, assignedTo, state, settledOn, bundleEntryId } = task;
  return {
    ...{ key: id, id, step: null, text, dueOn, assignedTo, state, settledOn, bundleEntryId },
    isOverdue: state === 'open' && dueOn !== null && dueOn < today,
    startedBy: isTimelineStep(task.step) ? null : task.step,
    canReopen: true,
    contactId: task.contactId,
    action: action && shown(action),
    contactIds: task.contactId === null ? (action?.subjectIds ?? []) : [task.contactId],
  };
}

function shown({ id, title, type, status }: TaskedAction): TaskRow['action'] {
  return { id, title, type, status };
}

function passes(row: Found, { until, assignedTo, states }: TaskFilter): boolean {
  return (
    (until === undefined || (row.dueOn !== null && row.dueOn <= until)) &&
    (assignedTo === undefined || row.assignedTo === assignedTo) &&
    (states === undefined || states.includes(row.state))
  );
}

function byDay(a: Found, b: Found): number {
  // What has no day comes last.
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.key.localeCompare(b.key);
}

function named(store: ReadStore, found: readonly Found[]): TaskRow[] {
  const labels = contactLabels(
    store,
    found.flatMap((row) => row.contactIds),
  );
  const bundles = bundleEntriesByIds(
    store,
    found.flatMap((row) => row.bundleEntryId ?? []),
  );
  return found.map(({ contactIds, bundleEntryId, ...row }) => {
    const entry = bundleEntryId === null ? undefined : bundles.get(bundleEntryId);
    return {
      ...row,
      contacts: contactIds.map((id) => ({ id, label: labels.get(id) ?? '' })),
      bundle:
        bundleEntryId === null
          ? null
          : {
              id: bundleEntryId,
              counterpartName: entry?.counterpartName ?? '',
              at: entry?.at ?? null,
            },
    };
  });
}
