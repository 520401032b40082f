import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { MapPin, PhoneMissed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RhythmRow } from '../../../shared/contract/rhythm.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { cx } from '../../components/cx.ts';
import { RiskPill } from '../../components/status-pills.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { MonthStrip } from './MonthStrip.tsx';
import { RowMenu } from './RowMenu.tsx';
import { STAND_LOOKS, standOfRow } from './stand-looks.ts';
import styles from './rhythm.module.css';

export function RhythmListHead({ months }: { readonly months: readonly string[] }): ReactNode {
  const { t } = useTranslation('rhythm');
  const names = useMonths();
  return (
    <div className={cx(styles['cells'], styles['headCells'])} role="none">
      <span role="columnheader">{t('column.who')}</span>
      <span role="columnheader" className={styles['riskCell']}>
        {t('column.risk')}
      </span>
      <span role="columnheader">{t('column.stand')}</span>
      <span role="columnheader" className={styles['stripCell']}>
        {t('column.months', { from: names.month(months[0] ?? '') })}
      </span>
      <span role="columnheader">
        <span className="visually-hidden">{t('column.actions')}</span>
      </span>
    </div>
  );
}

export interface RhythmListRowProps {
  readonly row: RhythmRow;
  readonly months: readonly string[];
  readonly onPlan: () => void;
  readonly onRhythm: () => void;
}

/** One contact: where it stands and since when, its last months, and what can be done. */
export function RhythmListRow({ row, months, onPlan, onRhythm }: RhythmListRowProps): ReactNode {
  const { t } = useTranslation('rhythm');
  return (
    <div className={styles['cells']} role="none">
      <div role="gridcell" className={styles['who']}>
        <Avatar name={row.label} kind={row.kind} photo={row.photo} size={2.125} />
        <div className={styles['lines']}>
          <Link
            to="/contacts/$id"
            params={{ id: row.id }}
            tabIndex={-1}
            preload={false}
            className={styles['name']}
          >
            <bdi>{row.label}</bdi>
          </Link>
          <span className={styles['sub']}>
            {row.remote && <MapPin aria-hidden />}
            {row.locality !== null && <bdi>{row.locality}</bdi>}
            {row.remote && <span>{t('row.remote')}</span>}
          </span>
        </div>
      </div>
      <div role="gridcell" className={styles['riskCell']}>
        <RiskPill level={row.riskLevel} />
      </div>
      <div role="gridcell" className={styles['lines']}>
        <Stand row={row} />
        <span className={styles['sub']}>
          <Since row={row} />
          {row.attempts > 0 && (
            <span className={styles['attempts']}>
              <PhoneMissed aria-hidden />
              {t('row.attempts', { count: row.attempts })}
            </span>
          )}
        </span>
      </div>
      <div role="gridcell" className={styles['stripCell']}>
        <MonthStrip months={months} counts={row.months} />
      </div>
      <div role="gridcell" className={styles['menuCell']}>
        <RowMenu row={row} onPlan={onPlan} onRhythm={onRhythm} />
      </div>
    </div>
  );
}

function Stand({ row }: { readonly row: RhythmRow }): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const stand = standOfRow(row);
  const { icon, tone } = STAND_LOOKS[stand];
  const when = row.nextOn === null ? '' : format.relativeDate(row.nextOn);
  return (
    <StatusPill icon={icon} tone={tone} isPlain>
      {t(`rowStand.${stand}`, { when, days: row.silentDays ?? 0, count: row.overdueDays })}
    </StatusPill>
  );
}

/** When the last contact was, and how often it is wanted. */
function Since({ row }: { readonly row: RhythmRow }): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const { lastContactOn, rhythm } = row;
  return (
    <span>
      {[
        lastContactOn === null
          ? t('row.never')
          : t('row.last', { when: format.relativeDate(lastContactOn) }),
        rhythm === null ? t('row.noRhythm') : t('row.every', { count: rhythm.everyDays }),
      ].join(' · ')}
    </span>
  );
}
