import type { ReactNode } from 'react';
import { Plus, Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../shared/contract/plans.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { PlanCard } from './PlanCard.tsx';
import styles from './plans.module.css';

/** Every plan: the open ones by the day of their review, and those that are closed. */
export function PlansPage(): ReactNode {
  const { t } = useTranslation('plans');
  const list = useCall(client.plans.list, {});
  const open = list.data?.filter((row) => row.state === 'open') ?? [];
  const closed = list.data?.filter((row) => row.state === 'closed') ?? [];
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink to="/plans/new" variant="primary" icon={Plus}>
            {t('new')}
          </ButtonLink>
        }
      />
      <div className={styles['column']}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data === undefined && list.error === null && <Skeleton lines={8} />}
        {list.data?.length === 0 && (
          <EmptyState
            icon={Route}
            title={t('emptyTitle')}
            actions={
              <ButtonLink to="/plans/new" variant="primary">
                {t('new')}
              </ButtonLink>
            }
          >
            {t('emptyBody')}
          </EmptyState>
        )}
        {open.length > 0 && <PlanGrid label={t('open')} rows={open} />}
        {closed.length > 0 && (
          <Disclosure
            label={t('closed', { count: closed.length })}
            isOpenAtFirst={open.length === 0}
          >
            <PlanGrid label={t('closed', { count: closed.length })} rows={closed} />
          </Disclosure>
        )}
      </div>
    </Page>
  );
}

function PlanGrid(props: { readonly label: string; readonly rows: readonly PlanRow[] }): ReactNode {
  return (
    <ul className={styles['grid']} aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <PlanCard row={row} />
        </li>
      ))}
    </ul>
  );
}
