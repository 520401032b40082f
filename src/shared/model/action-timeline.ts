import { parseDate } from '@internationalized/date';
import type { Task } from './task.ts';
import {
  isTimelineStep,
  particular,
  TIMELINE_RULES,
  type TimedAction,
  type TimelineRule,
} from './timeline-rules.ts';
import type { TaskState } from './vocabulary/plan.ts';

/** A step of an action's timeline as it stands. */
export interface TimelineStep {
  readonly step: string;
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly assignedTo: string | null;
  /** The officer's own words; null where the step's usual words are meant. */
  readonly text: string | null;
  readonly settledOn: string | null;
  /** The task that somebody's settling, rewording or reassigning made of it. */
  readonly taskId: string | null;
  /** Whether the dates still ask for it: a settled step that they do not ask for cannot reopen. */
  readonly isCalledFor: boolean;
}

/**
 * The steps of an action: those its dates call for today, as worked out from them, and those that
 * were settled. An open step always has the day that the dates give it, whoever reworded it; once
 * settled it never comes back by itself, and keeps the day it had.
 * @param tasks Stored tasks; those of other actions, and those that are no step, are passed over.
 */
export function timelineOf(
  action: TimedAction,
  today: string,
  tasks: readonly Task[],
): TimelineStep[] {
  const stored = storedSteps(action, tasks);
  const called = new Map(calledFor(action).map((rule) => [rule.slug, dayOf(action, rule)]));
  const steps: TimelineStep[] = [];
  for (const [slug, dueOn] of called) {
    const task = stored.get(slug);
    if (dueOn === null || (task !== undefined && task.state !== 'open')) continue;
    steps.push({
      step: slug,
      state: 'open',
      dueOn,
      isOverdue: dueOn < today,
      assignedTo: task === undefined ? action.owner : task.assignedTo,
      text: task?.text ?? null,
      settledOn: null,
      taskId: task?.id ?? null,
      isCalledFor: true,
    });
  }
  for (const [slug, task] of stored) {
    if (task.state === 'open') continue;
    steps.push({
      step: slug,
      state: task.state,
      dueOn: task.dueOn,
      isOverdue: false,
      assignedTo: task.assignedTo,
      text: task.text,
      settledOn: task.settledOn,
      taskId: task.id,
      isCalledFor: (called.get(slug) ?? null) !== null,
    });
  }
  return steps.sort(byDay);
}

/**
 * One task for each step. Two vaults may each have made one of the same step before a bundle
 * brought them together: a settled one stands before an open one, and then the earlier made.
 */
function storedSteps(action: TimedAction, tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const found = new Map<string, Task>();
  for (const task of tasks) {
    if (task.actionId !== action.id || !isTimelineStep(task.step)) continue;
    const other = found.get(task.step);
    if (other === undefined || standsBefore(task, other)) found.set(task.step, task);
  }
  return found;
}

function standsBefore(one: Task, other: Task): boolean {
  const isSettled = one.state !== 'open';
  if (isSettled !== (other.state !== 'open')) return isSettled;
  return one.id < other.id;
}

/** The rules whose phase the action is in, and whose matter is not done already. */
function calledFor(action: TimedAction): TimelineRule[] {
  return TIMELINE_RULES[action.type].filter(
    (rule) => isInPhase(action, rule.phase) && rule.unless?.(action) !== true,
  );
}

function isInPhase({ status }: TimedAction, phase: TimelineRule['phase']): boolean {
  if (phase === 'prepare') return status === 'planned';
  if (phase === 'carry-out') return status === 'planned' || status === 'in-progress';
  return status === 'in-progress' || status === 'done';
}

/** The day a step is due; null where the date it counts from is not known yet. */
function dayOf(action: TimedAction, { from, offset }: TimelineRule): string | null {
  const start = pointOf(action, from);
  return start === null ? null : parseDate(start).add(offset).toString();
}

function pointOf(action: TimedAction, point: TimelineRule['from']): string | null {
  if (point === 'done') return action.status === 'done' ? action.doneOn : null;
  const date = particular(action, point === 'due' ? 'heldOn' : point);
  if (typeof date === 'string') return date;
  return point === 'due' ? action.dueOn : null;
}

function byDay(a: TimelineStep, b: TimelineStep): number {
  // What has no day comes last.
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.step.localeCompare(b.step);
}
