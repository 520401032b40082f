import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMonths } from '../../i18n/use-months.ts';
import styles from './rhythm.module.css';

const CELL = 9;
const BAR = 7;
const HEIGHT = 20;
/** A month with this many contacts fills the strip; more are not told apart. */
const FULL = 3;

export interface MonthStripProps {
  readonly months: readonly string[];
  readonly counts: readonly number[];
}

/** The contacts of the last months as bars from a line; a month without one is a gap in it. */
export function MonthStrip({ months, counts }: MonthStripProps): ReactNode {
  const { t } = useTranslation('rhythm');
  const names = useMonths();
  const total = counts.reduce((sum, count) => sum + count, 0);
  const last = counts.reduce((found, count, index) => (count > 0 ? index : found), -1);
  const words =
    last === -1
      ? t('strip.none', { months: months.length })
      : t('strip.some', { count: total, last: names.month(months[last] ?? '') });
  return (
    <span className={styles['strip']} title={words}>
      <svg viewBox={`0 0 ${months.length * CELL} ${HEIGHT}`} aria-hidden>
        {counts.map((count, index) => {
          const size = Math.min(count, FULL) * ((HEIGHT - 4) / FULL);
          return count === 0 ? (
            <circle
              key={months[index]}
              cx={index * CELL + BAR / 2}
              cy={HEIGHT - 2}
              r="1.25"
              className={styles['gap']}
            />
          ) : (
            <rect
              key={months[index]}
              x={index * CELL}
              y={HEIGHT - 2 - size}
              width={BAR}
              height={size + 2}
              rx="1.5"
              className={styles['bar']}
            />
          );
        })}
      </svg>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
