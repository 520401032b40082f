import { useState, type ReactNode } from 'react';
import type { TaskRow } from '../../../shared/contract/tasks.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskItem, type TaskPlace } from './TaskItem.tsx';
import { useSettleTask } from './use-settle-task.ts';
import styles from './tasks.module.css';

export interface TaskListProps {
  readonly rows: readonly TaskRow[];
  readonly place: TaskPlace;
}

/** Tasks and steps, each settled, reworded or reassigned where it stands. */
export function TaskList({ rows, place }: TaskListProps): ReactNode {
  const settling = useSettleTask();
  const [edited, setEdited] = useState<TaskRow | null>(null);
  return (
    <>
      <ul className={styles['items']}>
        {rows.map((row) => (
          <TaskItem key={row.key} row={row} place={place} settling={settling} onEdit={setEdited} />
        ))}
      </ul>
      {edited !== null && <TaskDialog task={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
