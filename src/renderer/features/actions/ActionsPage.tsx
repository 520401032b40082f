import type { ReactNode } from 'react';
import { Plus, SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ActionsTabs } from './ActionsTabs.tsx';
import { Board } from './Board.tsx';
import { useMoveAction } from './use-move-action.tsx';
import styles from './actions.module.css';

/** What the mission means to do, does and did. */
export function ActionsPage(): ReactNode {
  const { t } = useTranslation('actions');
  const { move, panel } = useMoveAction();
  const list = useCall(client.actions.list, {});
  const rows = list.data;

  return (
    <Page>
      <PageHeader
        title={t('title')}
        actions={
          <ButtonLink to="/actions/new" variant="primary" icon={Plus}>
            {t('new')}
          </ButtonLink>
        }
      />
      <ActionsTabs />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {rows === undefined ? (
          list.error === null && <Skeleton lines={8} />
        ) : rows.length > 0 ? (
          <Board rows={rows} onMove={move} />
        ) : (
          <EmptyState
            icon={SquareKanban}
            title={t('board.emptyTitle')}
            actions={
              <ButtonLink to="/actions/new" variant="primary">
                {t('new')}
              </ButtonLink>
            }
          >
            {t('board.emptyBody')}
          </EmptyState>
        )}
      </div>
      {panel}
    </Page>
  );
}
