import { useState, type ReactNode } from 'react';
import { ListTodo, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskList } from './TaskList.tsx';
import styles from './tasks.module.css';

/** The steps of an action, as its dates call for them, and the tasks added to it; a card of its page. */
export function ActionTasks(props: {
  readonly actionId: string;
  /** Without a day no step can be dated. */
  readonly hasDay: boolean;
}): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <OwnedTasks
      title={t('ofAction')}
      owner={{ actionId: props.actionId }}
      place="action"
      none={t(props.hasDay ? 'ofActionNone' : 'noDate')}
    />
  );
}

/** What is to be done for a contact: tasks about them, and steps of the actions for them. */
export function ContactTasks({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <OwnedTasks
      title={t('ofContact')}
      owner={{ contactId }}
      place="contact"
      none={t('ofContactNone')}
    />
  );
}

interface OwnedTasksProps {
  readonly title: string;
  readonly owner: { readonly actionId: string } | { readonly contactId: string };
  readonly place: 'action' | 'contact';
  /** What is said where nothing is open. */
  readonly none: string;
}

function OwnedTasks({ title, owner, place, none }: OwnedTasksProps): ReactNode {
  const { t } = useTranslation('tasks');
  const list = useCall(client.tasks.list, owner);
  const [isAdding, setAdding] = useState(false);
  const open = list.data?.filter((row) => row.state === 'open') ?? [];
  const settled = list.data?.filter((row) => row.state !== 'open') ?? [];
  return (
    <Card
      title={title}
      icon={ListTodo}
      actions={
        <Button size="sm" variant="quiet" icon={Plus} onPress={() => setAdding(true)}>
          {t('form.add')}
        </Button>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data === undefined && list.error === null && <Skeleton lines={3} />}
      {list.data !== undefined && open.length === 0 && <p className={styles['muted']}>{none}</p>}
      <TaskList rows={open} place={place} />
      {settled.length > 0 && (
        <Disclosure label={t('settledSteps', { count: settled.length })}>
          <TaskList rows={settled} place={place} />
        </Disclosure>
      )}
      {isAdding && <TaskDialog task={owner} onClose={() => setAdding(false)} />}
    </Card>
  );
}
