import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import {
  AlarmClock,
  CalendarCheck,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  PackageX,
  Pencil,
  RotateCcw,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../../../shared/contract/tasks.ts';
import { Button } from '../../components/Button.tsx';
import { Menu, type MenuAction } from '../../components/Menu.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { cx } from '../../components/cx.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import type { SettleTask } from './use-settle-task.ts';
import { useTaskWords } from './use-task-words.ts';
import styles from './tasks.module.css';

/** Where a task is listed: what the page is about need not be said in each line. */
export type TaskPlace = 'action' | 'contact' | 'everywhere';

export interface TaskItemProps {
  readonly row: TaskRow;
  readonly place: TaskPlace;
  readonly settling: SettleTask;
  readonly onEdit: (row: TaskRow) => void;
}

/** One task or step: what, by when, for whom; settled in place. */
export function TaskItem({ row, place, settling, onEdit }: TaskItemProps): ReactNode {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  const text = words.text(row);
  const paper = place === 'action' && row.state === 'open' ? words.paper(row) : null;
  const isOpen = row.state === 'open';
  return (
    <li className={styles['item']}>
      <div className={styles['lines']}>
        <p dir="auto" className={cx(styles['text'], !isOpen && styles['settledText'])}>
          {text}
        </p>
        <TaskNotes row={row} place={place} />
        {paper !== null && <p className={styles['paper']}>{t('row.paper', { words: paper })}</p>}
      </div>
      <div className={styles['actions']}>
        {isOpen && (
          <Button
            size="sm"
            icon={CircleCheck}
            aria-label={t('row.settleNamed', { text })}
            isDisabled={settling.isPending}
            onPress={() => settling.settle(row, 'done')}
          >
            {t('row.done')}
          </Button>
        )}
        <Menu label={t('row.more', { text })} items={useTaskMenu(row, settling, onEdit)} />
      </div>
    </li>
  );
}

function useTaskMenu(
  row: TaskRow,
  settling: SettleTask,
  onEdit: TaskItemProps['onEdit'],
): MenuAction[] {
  const { t } = useTranslation('tasks');
  const isStep = row.step !== null;
  const items: MenuAction[] = [];
  // What a withdrawal started says what is to be called back: it is settled, never reworded.
  if (row.startedBy === null) {
    items.push({
      id: 'edit',
      label: t(isStep ? 'row.reword' : 'row.edit'),
      icon: Pencil,
      onAction: () => onEdit(row),
    });
  }
  if (row.state === 'open') {
    items.push({
      id: 'drop',
      label: t('row.dropped'),
      icon: CircleSlash,
      onAction: () => settling.settle(row, 'dropped'),
    });
  } else if (row.canReopen) {
    items.push({
      id: 'reopen',
      label: t('row.reopen'),
      icon: CircleDashed,
      onAction: () => settling.settle(row, 'open'),
    });
  }
  if (row.id !== null && row.startedBy === null && (!isStep || row.state === 'open')) {
    items.push({
      id: 'remove',
      label: t(isStep ? 'row.usual' : 'row.remove'),
      icon: isStep ? RotateCcw : Trash2,
      isDangerous: !isStep,
      onAction: () => settling.remove(row),
    });
  }
  return items;
}

function TaskNotes({ row, place }: Pick<TaskItemProps, 'row' | 'place'>): ReactNode {
  const { t } = useTranslation(['tasks', 'common']);
  const label = useLabel();
  const format = useFormat();
  const { action, bundle, contacts, dueOn, assignedTo } = row;
  return (
    <div className={styles['notes']}>
      {row.state !== 'open' ? (
        <StatusPill
          icon={row.state === 'done' ? CircleCheck : CircleSlash}
          tone={row.state === 'done' ? 'positive' : 'neutral'}
          isPlain
        >
          {row.settledOn === null
            ? label('taskState', row.state)
            : t('row.settledOn', {
                state: label('taskState', row.state),
                date: format.date(row.settledOn),
              })}
        </StatusPill>
      ) : (
        dueOn !== null && (
          <StatusPill
            icon={row.isOverdue ? AlarmClock : CalendarCheck}
            tone={row.isOverdue ? 'danger' : 'neutral'}
            isPlain
          >
            {row.isOverdue && `${t('common:overdue')} · `}
            {format.date(dueOn)} · {format.relativeDate(dueOn)}
          </StatusPill>
        )
      )}
      {action !== null && place !== 'action' && (
        <Link to="/actions/$id" params={{ id: action.id }} dir="auto">
          {action.title}
        </Link>
      )}
      {bundle !== null && (
        <Link to="/bundles" className={styles['bundle']}>
          <PackageX aria-hidden />
          {bundle.at === null
            ? t('row.callBackLost')
            : t('row.callBack', { name: bundle.counterpartName, date: format.instant(bundle.at) })}
        </Link>
      )}
      {place === 'everywhere' &&
        contacts.map((contact) => (
          <Link key={contact.id} to="/contacts/$id" params={{ id: contact.id }}>
            <bdi>{contact.label}</bdi>
          </Link>
        ))}
      {assignedTo !== null && <bdi>{t('row.assignedTo', { name: assignedTo })}</bdi>}
    </div>
  );
}
