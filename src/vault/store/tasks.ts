import { and, eq, or } from 'drizzle-orm';
import type { Action } from '../../shared/model/action.ts';
import type { Task } from '../../shared/model/task.ts';
import type { TimedAction } from '../../shared/model/timeline-rules.ts';
import { action, actionSubject, task } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

export interface TaskScope {
  readonly contactId?: string | undefined;
  readonly actionId?: string | undefined;
}

/** An action with no more than its timeline and a row of the list need. */
export type TaskedAction = TimedAction & Pick<Action, 'title'>;

const tasked = {
  id: action.id,
  type: action.type,
  title: action.title,
  status: action.status,
  owner: action.owner,
  subjectIds: action.subjectIds,
  dueOn: action.dueOn,
  doneOn: action.doneOn,
  particulars: action.particulars,
};

export function findTask(store: ReadStore, id: string): Task | null {
  return store.orm.select().from(task).where(eq(task.id, id)).get() ?? null;
}

export function taskedAction(store: ReadStore, id: string): TaskedAction | null {
  return store.orm.select(tasked).from(action).where(eq(action.id, id)).get() ?? null;
}

/** The actions whose steps are asked for: one, those for a contact, or all. */
export function taskedActions(
  store: ReadStore,
  { contactId, actionId }: TaskScope,
): TaskedAction[] {
  return store.orm
    .select(tasked)
    .from(action)
    .where(
      and(
        actionId === undefined ? undefined : eq(action.id, actionId),
        contactId === undefined ? undefined : isOneOf(action.id, actionsFor(store, contactId)),
      ),
    )
    .orderBy(action.id)
    .all();
}

/** Tasks of these actions, and, for a contact, those about them; all where nothing narrows. */
export function storedTasks(
  store: ReadStore,
  { contactId, actionId }: TaskScope,
  actionIds: readonly string[],
): Task[] {
  const isNarrowed = contactId !== undefined || actionId !== undefined;
  const ofContact =
    contactId !== undefined && actionId === undefined ? eq(task.contactId, contactId) : undefined;
  return store.orm
    .select()
    .from(task)
    .where(isNarrowed ? or(isOneOf(task.actionId, actionIds), ofContact) : undefined)
    .orderBy(task.id)
    .all();
}

export function tasksOfAction(store: ReadStore, actionId: string): Task[] {
  return storedTasks(store, { actionId }, [actionId]);
}

function actionsFor(store: ReadStore, contactId: string): string[] {
  return store.orm
    .select({ id: actionSubject.actionId })
    .from(actionSubject)
    .where(eq(actionSubject.contactId, contactId))
    .all()
    .map(({ id }) => id);
}
