import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CircleCheck, OctagonPause, Scale, SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../shared/contract/plans.ts';
import { StatusPill } from '../../components/StatusPill.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './plans.module.css';

/** A plan in short: what for, for whom, how far the options are weighed, what waits at the gate. */
export function PlanCard({ row }: { readonly row: PlanRow }): ReactNode {
  const { t } = useTranslation('plans');
  const format = useFormat();
  return (
    <article className={styles['card']}>
      <h3 className={styles['cardTitle']}>
        <Link to="/plans/$id" params={{ id: row.id }} dir="auto">
          {row.title}
        </Link>
      </h3>
      <p className={styles['subjects']}>
        {row.subjects.length === 0 ? (
          t('noSubject')
        ) : (
          <bdi>{format.list(row.subjects.map((subject) => subject.label))}</bdi>
        )}
      </p>
      {row.goal !== '' && (
        <p className={styles['goal']} dir="auto">
          {row.goal}
        </p>
      )}
      <PlanPills row={row} />
    </article>
  );
}

/** Where a plan stands, each said by icon and word. */
export function PlanPills({ row }: { readonly row: PlanRow }): ReactNode {
  const { t } = useTranslation('plans');
  const label = useLabel();
  const { options, actions } = row;
  return (
    <div className={styles['pills']}>
      {row.state === 'closed' && (
        <StatusPill icon={CircleCheck}>{label('planState', row.state)}</StatusPill>
      )}
      <StatusPill icon={Scale} tone={options.chosen > 0 ? 'positive' : 'neutral'}>
        {options.chosen > 0
          ? t('pill.chosen', { count: options.chosen })
          : t('pill.weighed', { count: options.weighed })}
      </StatusPill>
      {actions.total > 0 && (
        <StatusPill icon={SquareKanban}>{t('pill.actions', { count: actions.total })}</StatusPill>
      )}
      {actions.held > 0 && (
        <StatusPill icon={OctagonPause} tone="warning">
          {t('pill.held', { count: actions.held })}
        </StatusPill>
      )}
      {row.state === 'open' && <DuePill dueOn={row.reviewOn} />}
    </div>
  );
}
