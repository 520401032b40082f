import { useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListTodo, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../../../shared/contract/tasks.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { OptionalSelect } from '../../components/fields/Select.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { ActionsTabs } from '../actions/ActionsTabs.tsx';
import { assigneesOf, taskGroups } from './task-groups.ts';
import { TaskDialog } from './TaskDialog.tsx';
import { TaskList } from './TaskList.tsx';
import styles from './tasks.module.css';

/** Everything that is to be done, by how soon it is due. */
export function TasksPage(): ReactNode {
  const { t } = useTranslation('tasks');
  const { show, who } = useSearch({ from: '/actions/tasks' });
  const navigate = useNavigate({ from: '/actions/tasks' });
  const list = useCall(client.tasks.list, {
    states: show === 'settled' ? ['done', 'dropped'] : ['open'],
  });
  const [isAdding, setAdding] = useState(false);
  const rows = list.data ?? [];
  const shown = who === undefined ? rows : rows.filter((row) => row.assignedTo === who);

  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
            {t('form.add')}
          </Button>
        }
      />
      <ActionsTabs />
      <div className={styles['column']}>
        <div className={styles['filters']}>
          <RadioGroup
            label={t('list.show')}
            look="segmented"
            value={show ?? 'open'}
            onChange={(next) =>
              void navigate({
                search: { who, show: next === 'settled' ? next : undefined },
                replace: true,
              })
            }
            options={[
              { value: 'open', label: t('list.open') },
              { value: 'settled', label: t('list.done') },
            ]}
          />
          <OptionalSelect
            className={styles['assignee']}
            label={t('list.assignee')}
            noneLabel={t('list.anyone')}
            value={who ?? null}
            onChange={(next) =>
              void navigate({ search: { show, who: next ?? undefined }, replace: true })
            }
            options={assigneesOf(rows).map((name) => ({ value: name, label: name }))}
          />
        </div>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data === undefined ? (
          list.error === null && <Skeleton lines={8} />
        ) : shown.length === 0 ? (
          <EmptyState
            icon={ListTodo}
            title={t(show === 'settled' ? 'list.settledEmptyTitle' : 'list.emptyTitle')}
          >
            {t(show === 'settled' ? 'list.settledEmptyBody' : 'list.emptyBody')}
          </EmptyState>
        ) : (
          <Groups rows={shown} />
        )}
      </div>
      {isAdding && <TaskDialog task={{}} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Groups({ rows }: { readonly rows: readonly TaskRow[] }): ReactNode {
  const { t } = useTranslation('tasks');
  return taskGroups(rows, localToday()).map((group) => (
    <Card key={group.name} title={t(`list.${group.name}`)}>
      <TaskList rows={group.rows} place="everywhere" />
    </Card>
  ));
}
