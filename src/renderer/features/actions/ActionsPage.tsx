import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, ShieldCheck, SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { ActionsTabs } from './ActionsTabs.tsx';
import { Board } from './Board.tsx';
import { Overrides } from './Overrides.tsx';
import { useMoveAction } from './use-move-action.tsx';
import styles from './actions.module.css';

/** What the mission means to do, does and did; and the overrides, in a list of their own. */
export function ActionsPage(): ReactNode {
  const { t } = useTranslation('actions');
  const { show } = useSearch({ from: '/actions' });
  const navigate = useNavigate({ from: '/actions' });
  const { move, panel } = useMoveAction();
  const isOverridden = show === 'overridden';
  const list = useCall(client.actions.list, isOverridden ? { onlyOverridden: true } : {});
  const rows = list.data;

  return (
    <Page>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <RadioGroup
              label={t('board.show')}
              isLabelHidden
              look="segmented"
              value={show ?? 'all'}
              onChange={(next) =>
                void navigate({
                  search: { show: next === 'overridden' ? next : undefined },
                  replace: true,
                })
              }
              options={(['all', 'overridden'] as const).map((value) => ({
                value,
                label: t(`board.${value}`),
              }))}
            />
            <ButtonLink to="/actions/new" variant="primary" icon={Plus}>
              {t('new')}
            </ButtonLink>
          </>
        }
      />
      <ActionsTabs />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {rows === undefined ? (
          list.error === null && <Skeleton lines={8} />
        ) : rows.length > 0 ? (
          isOverridden ? (
            <Overrides rows={rows} />
          ) : (
            <Board rows={rows} onMove={move} />
          )
        ) : isOverridden ? (
          <EmptyState icon={ShieldCheck} title={t('board.overriddenEmptyTitle')}>
            {t('board.overriddenEmptyBody')}
          </EmptyState>
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
