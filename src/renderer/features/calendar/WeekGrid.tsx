import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { Chip } from './Chip.tsx';
import { DayGrid } from './DayGrid.tsx';
import { DAY_PARTS, daysOf, partOf } from './days.ts';
import { entryKey, type GridProps } from './MonthGrid.tsx';
import styles from './calendar.module.css';

/** A week of days, each in its parts; up and down go from part to part. */
export function WeekGrid({ span, day, byDay, onSelect, onStep, onOpen }: GridProps): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const months = useMonths();
  const [part, setPart] = useState<(typeof DAY_PARTS)[number]>('day');
  const today = localToday();
  const days = daysOf(span);
  const at = DAY_PARTS.indexOf(part);
  return (
    <DayGrid
      look="week"
      label={t('weekLabel', { from: format.date(span.from), to: format.date(span.to) })}
      heads={days.map((one) => ({
        key: one,
        shown: (
          <>
            <span>{months.weekday(one)}</span>
            <span className={styles['headDay']}>{months.dayOfMonth(one)}</span>
          </>
        ),
        said: format.longDate(one),
        isToday: one === today,
      }))}
      rowHeadsLabel={t('partOfDay')}
      rows={DAY_PARTS.map((row) => ({
        key: row,
        head: t(`part.${row}`),
        cells: days.map((one) => {
          const entries = (byDay.get(one) ?? []).filter((entry) => partOf(entry) === row);
          return {
            key: `${one} ${row}`,
            day: one,
            isSelected: one === day && row === part,
            isToday: one === today,
            isOutside: false,
            label: t('weekCell', {
              day: format.longDate(one),
              part: t(`part.${row}`),
              entries: t('count', { count: entries.length }),
            }),
            content: entries.map((entry) => <Chip key={entryKey(entry)} entry={entry} isRoomy />),
          };
        }),
      }))}
      onStep={(step) => {
        if (step === 'week-before') setPart(DAY_PARTS[Math.max(0, at - 1)] ?? part);
        else if (step === 'week-after') setPart(DAY_PARTS[at + 1] ?? part);
        else onStep(step);
      }}
      onSelect={(cell) => {
        setPart(DAY_PARTS.find((one) => cell.key.endsWith(one)) ?? part);
        onSelect(cell.day);
      }}
      onOpen={onOpen}
    />
  );
}
