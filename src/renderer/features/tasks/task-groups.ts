import { parseDate } from '@internationalized/date';
import type { TaskRow } from '../../../shared/contract/tasks.ts';

export const TASK_GROUPS = ['overdue', 'soon', 'later', 'undated', 'settled'] as const;
export type TaskGroupName = (typeof TASK_GROUPS)[number];

export interface TaskGroup {
  readonly name: TaskGroupName;
  readonly rows: readonly TaskRow[];
}

/** How far "soon" reaches, in days: as far as an officer plans ahead. */
const SOON_DAYS = 14;

/** Tasks by how soon they are due, groups without any left out; each keeps its order. */
export function taskGroups(rows: readonly TaskRow[], today: string): TaskGroup[] {
  const soonUntil = parseDate(today).add({ days: SOON_DAYS }).toString();
  const nameOf = ({ state, dueOn }: TaskRow): TaskGroupName => {
    if (state !== 'open') return 'settled';
    if (dueOn === null) return 'undated';
    if (dueOn < today) return 'overdue';
    return dueOn <= soonUntil ? 'soon' : 'later';
  };
  return TASK_GROUPS.map((name) => ({
    name,
    rows: rows.filter((row) => nameOf(row) === name),
  })).filter((group) => group.rows.length > 0);
}

/** Everyone who has something to do, each once, by name. */
export function assigneesOf(rows: readonly TaskRow[]): string[] {
  const names = new Set(rows.flatMap((row) => row.assignedTo ?? []));
  return [...names].sort((a, b) => a.localeCompare(b));
}
