import type { ReactNode } from 'react';
import { useQueries } from '@tanstack/react-query';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { monthsUpTo } from '../../../shared/model/months.ts';
import { client } from '../../api/client.ts';
import { callOptions } from '../../api/use-call.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { densityOf, monthRange } from './timeline.ts';
import styles from './DensityChart.module.css';

const SHOWN_MONTHS = 24;
const BAR_UNITS = 40;

export interface DensityChartProps {
  readonly selected: string | null;
  /** A month, or null to show all. */
  readonly onSelect: (month: string | null) => void;
}

/**
 * How many logs each of the last months has: a bar each, which is also the choice of that month.
 * The counts are totals of the vault, so a long list needs not be loaded for them.
 */
export function DensityChart({ selected, onSelect }: DensityChartProps): ReactNode {
  const { t } = useTranslation('meetings');
  const names = useMonths();
  const months = monthsUpTo(localToday(), SHOWN_MONTHS);
  const counts = useQueries({
    queries: months.map((month) =>
      callOptions(client.meetings.list, { ...monthRange(month), limit: 1 }),
    ),
    combine: (results) => results.map((result) => result.data?.total ?? 0),
  });
  const { total, busiest, most, silent } = densityOf(months, counts);

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <span className={styles['title']}>{t('density.title')}</span>
        <span>
          {total === 0
            ? t('density.summaryNone', { months: SHOWN_MONTHS })
            : t('density.summary', {
                total: t('timeline.count', { count: total }),
                months: SHOWN_MONTHS,
                busiest: names.month(busiest),
                most,
                silent: t('density.silent', { count: silent }),
              })}
        </span>
      </figcaption>
      <ToggleButtonGroup
        aria-label={t('density.title')}
        className={styles['bars'] ?? ''}
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => onSelect([...keys].map(String)[0] ?? null)}
      >
        {months.map((month, index) => {
          const count = counts[index] ?? 0;
          const size = most === 0 ? 0 : (count / most) * BAR_UNITS;
          return (
            <ToggleButton
              key={month}
              id={month}
              className={styles['bar'] ?? ''}
              aria-label={t('density.bar', { month: names.month(month), count })}
            >
              <svg viewBox={`0 0 10 ${BAR_UNITS}`} preserveAspectRatio="none" aria-hidden>
                <rect
                  x="1"
                  width="8"
                  y={BAR_UNITS - Math.max(size, 1)}
                  height={Math.max(size, 1)}
                  className={count === 0 ? styles['silent'] : styles['filled']}
                />
              </svg>
              <span aria-hidden className={styles['letter']}>
                {names.letter(month)}
              </span>
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
    </figure>
  );
}
