import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HearingRow } from '../../../shared/contract/hearings.ts';
import { daysBetween } from '../../../shared/model/cadence.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { HearingPill, hearingStop } from './status-looks.tsx';
import { StopLine } from './StopLine.tsx';
import styles from './custody.module.css';

export interface HearingLineProps {
  /** The hearings of one case, in order of time. */
  readonly series: readonly HearingRow[];
  /** The one whose page this is. */
  readonly currentId?: string | undefined;
  /** Whether the next one can be begun from here. */
  readonly canAdd?: boolean | undefined;
}

/** The hearings of one case as a drawn line, with how far they lie apart and where today is. */
export function HearingLine({ series, currentId, canAdd }: HearingLineProps): ReactNode {
  const { t } = useTranslation('custody');
  const today = localToday();
  const firstAhead = series.findIndex(({ startsAt }) => startsAt.slice(0, 10) >= today);
  const last = series.at(-1);
  return (
    <>
      <StopLine
        label={t('hearings.series')}
        stops={series.map((hearing, index) => {
          const before = series[index - 1];
          const isToday = index === firstAhead && index > 0;
          return {
            key: hearing.id,
            look: hearing.id === currentId ? 'now' : hearingStop(hearing.status),
            gap: isToday
              ? t('hearings.today')
              : before && t('hearings.later', { count: apart(before, hearing) }),
            isToday,
            children: <HearingStop hearing={hearing} isCurrent={hearing.id === currentId} />,
          };
        })}
      />
      {canAdd === true && last !== undefined && (
        <p className={styles['seriesFoot']}>
          <ButtonLink
            to="/hearings/new"
            search={{ contact: last.contactId, after: last.id }}
            icon={CalendarPlus}
            size="sm"
          >
            {t('hearings.next')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function apart(before: HearingRow, after: HearingRow): number {
  return daysBetween(before.startsAt.slice(0, 10), after.startsAt.slice(0, 10));
}

function HearingStop(props: {
  readonly hearing: HearingRow;
  readonly isCurrent: boolean;
}): ReactNode {
  const { hearing, isCurrent } = props;
  const { t } = useTranslation('custody');
  const label = useLabel();
  const format = useFormat();
  const { id, title, startsAt, court, stage, status, observers, confirmed, attended } = hearing;
  const roster =
    observers === 0
      ? t(status === 'scheduled' ? 'hearings.noObservers' : 'hearings.noneObserved')
      : [
          t('hearings.observers', { count: observers }),
          status === 'scheduled'
            ? t('hearings.confirmed', { count: confirmed })
            : t('hearings.attended', { count: attended }),
        ].join(', ');
  return (
    <>
      <div className={styles['stopHead']}>
        <span className={styles['stopTitle']}>
          {isCurrent ? (
            <strong aria-current="page" dir="auto">
              {title}
            </strong>
          ) : (
            <Link to="/hearings/$id" params={{ id }} dir="auto">
              {title}
            </Link>
          )}
        </span>
        <HearingPill status={status} />
      </div>
      <p className={styles['stopNote']}>
        {format.localDateTime(startsAt)}
        {' · '}
        {label('hearingStage', stage)}
        {' · '}
        <bdi>{court}</bdi>
      </p>
      <p className={styles['stopNote']}>{roster}</p>
    </>
  );
}
