import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { ClipboardCheck, ClipboardList, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { localTodayPlus } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ReviewEntry } from './ReviewEntry.tsx';
import styles from './reviews.module.css';

const LOOK_AHEAD_DAYS = 30;

/** Every review, and those that are due or soon will be; a panel of the impact page. */
export function ReviewsPanel(): ReactNode {
  const { t } = useTranslation('reviews');
  const made = useCall(client.reviews.list, {});
  const due = useCall(client.reviews.due, { until: localTodayPlus(LOOK_AHEAD_DAYS) });
  const error = made.error ?? due.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (made.data === undefined || due.data === undefined) return <Skeleton lines={6} />;
  if (made.data.length === 0 && due.data.length === 0) {
    return (
      <EmptyState
        icon={Scale}
        title={t('emptyTitle')}
        actions={<ButtonLink to="/actions">{t('emptyAction')}</ButtonLink>}
      >
        {t('emptyBody')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['panel']}>
      <Card title={t('dueTitle')} icon={ClipboardList} isFlush>
        <DueReviews rows={due.data} />
      </Card>
      <Card title={t('madeTitle')} icon={ClipboardCheck}>
        {made.data.length === 0 ? (
          <p className={styles['muted']}>{t('madeNone')}</p>
        ) : (
          <ul className={styles['column']}>
            {made.data.map((review) => (
              <li key={review.id}>
                <ReviewEntry review={review} isNamed />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

type Due = (Awaited<ReturnType<typeof client.reviews.due>> & { ok: true })['value'];

function DueReviews({ rows }: { readonly rows: Due }): ReactNode {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  if (rows.length === 0) return <p className={styles['none']}>{t('dueNone')}</p>;
  return (
    <ul className={styles['due']}>
      {rows.map((row) => (
        <li key={row.actionId}>
          <span className={styles['dueWords']}>
            <Link
              to="/actions/$id/review"
              params={{ id: row.actionId }}
              search={{ months: row.months }}
              dir="auto"
            >
              {row.actionTitle}
            </Link>
            <span className={styles['muted']}>
              {t('after', { months: t('months', { count: row.months }) })}
              {row.subjects.length > 0 && (
                <bdi>{` · ${format.list(row.subjects.map((subject) => subject.label))}`}</bdi>
              )}
            </span>
          </span>
          <DuePill dueOn={row.dueOn} />
        </li>
      ))}
    </ul>
  );
}
