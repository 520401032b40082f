import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CircleX,
  HeartCrack,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReviewRow } from '../../../shared/contract/reviews.ts';
import type { ActionReviewFields } from '../../../shared/model/action-review.ts';
import { StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './reviews.module.css';

type Look = { readonly icon: LucideIcon; readonly tone: Tone };

const HELPED: Record<ActionReviewFields['helped'], Look> = {
  yes: { icon: CircleCheck, tone: 'positive' },
  partly: { icon: CircleMinus, tone: 'info' },
  no: { icon: CircleX, tone: 'warning' },
  'too-early': { icon: CircleDashed, tone: 'neutral' },
  unknown: { icon: CircleHelp, tone: 'neutral' },
};

const COST: Record<ActionReviewFields['cost'], Look> = {
  none: { icon: CircleCheck, tone: 'positive' },
  some: { icon: TriangleAlert, tone: 'warning' },
  serious: { icon: HeartCrack, tone: 'danger' },
  unknown: { icon: CircleHelp, tone: 'neutral' },
};

/** One review: whether it helped, what it cost, and what the defender says of it. */
export function ReviewEntry({
  review,
  isNamed,
}: {
  readonly review: ReviewRow;
  /** Says of which action it is. */
  readonly isNamed?: boolean;
}): ReactNode {
  const { t } = useTranslation('reviews');
  const label = useLabel();
  const format = useFormat();
  const helped = HELPED[review.helped];
  const cost = COST[review.cost];
  const subjects = review.subjects.map((subject) => subject.label);
  return (
    <article className={styles['entry']}>
      <div className={styles['entryHead']}>
        <Link to="/reviews/$id" params={{ id: review.id }} className={styles['entryTitle']}>
          {isNamed === true ? (
            <bdi>{review.actionTitle}</bdi>
          ) : (
            t('after', { months: t('months', { count: review.months }) })
          )}
        </Link>
        <span className={styles['muted']}>
          {isNamed === true &&
            `${t('after', { months: t('months', { count: review.months }) })} · `}
          {format.date(review.reviewedOn)}
        </span>
      </div>
      {isNamed === true && subjects.length > 0 && (
        <p className={styles['muted']}>
          <bdi>{format.list(subjects)}</bdi>
        </p>
      )}
      <div className={styles['pills']}>
        <StatusPill icon={helped.icon} tone={helped.tone}>
          {label('reviewHelped', review.helped)}
        </StatusPill>
        <StatusPill icon={cost.icon} tone={cost.tone}>
          {label('reviewCost', review.cost)}
        </StatusPill>
      </div>
      {review.defenderView !== '' && (
        <blockquote className={styles['quote']} dir="auto">
          {review.defenderView}
        </blockquote>
      )}
      {review.note !== '' && (
        <p className={styles['text']} dir="auto">
          {review.note}
        </p>
      )}
      {review.incidents.length > 0 && (
        <div className={styles['linked']}>
          <p>{t('linked')}</p>
          <ul>
            {review.incidents.map((incident) => (
              <li key={incident.id}>
                <Link to="/incidents/$id" params={{ id: incident.id }} dir="auto">
                  {incident.title}
                </Link>
                {` · ${format.date(incident.occurredOn)}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}
