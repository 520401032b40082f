import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { Chip } from './Chip.tsx';
import { DayGrid, type DayGridProps } from './DayGrid.tsx';
import { weeksOf, type Span } from './days.ts';
import styles from './calendar.module.css';

export interface GridProps extends Pick<DayGridProps, 'onStep' | 'onOpen'> {
  readonly span: Span;
  readonly day: string;
  readonly byDay: ReadonlyMap<string, readonly CalendarEntry[]>;
  readonly onSelect: (day: string) => void;
}

/** Entries that a day of a month has room for; of more, their number is said. */
const SHOWN = 3;

/** A month of days in weeks. */
export function MonthGrid({ span, day, byDay, onSelect, ...keys }: GridProps): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const months = useMonths();
  const today = localToday();
  const weeks = weeksOf(span);
  return (
    <DayGrid
      {...keys}
      look="month"
      label={months.month(day.slice(0, 7))}
      heads={(weeks[0] ?? []).map((one) => ({
        key: one,
        shown: months.weekday(one),
        said: months.weekdayLong(one),
        isToday: false,
      }))}
      rows={weeks.map((week) => ({
        key: week[0] ?? '',
        head: null,
        cells: week.map((one) => {
          const entries = byDay.get(one) ?? [];
          const more = entries.length - SHOWN;
          return {
            key: one,
            day: one,
            isSelected: one === day,
            isToday: one === today,
            isOutside: one.slice(0, 7) !== day.slice(0, 7),
            label: t('cell', {
              day: format.longDate(one),
              entries: t('count', { count: entries.length }),
            }),
            content: (
              <>
                <span className={styles['dayNumber']} aria-hidden>
                  {months.dayOfMonth(one)}
                </span>
                {entries.slice(0, more > 1 ? SHOWN : SHOWN + 1).map((entry) => (
                  <Chip key={entryKey(entry)} entry={entry} isRoomy={false} />
                ))}
                {more > 1 && <span className={styles['more']}>{t('more', { count: more })}</span>}
              </>
            ),
          };
        }),
      }))}
      onSelect={(cell) => onSelect(cell.day)}
    />
  );
}

/** Tells two entries of a list apart: one record may be in it for several reasons. */
export function entryKey({ kind, record, on, purpose, step, months }: CalendarEntry): string {
  return [kind, record.id, on, purpose, step, months].join(' ');
}
