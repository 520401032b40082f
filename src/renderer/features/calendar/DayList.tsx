import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { EntryRow } from './EntryRow.tsx';
import { entryKey } from './MonthGrid.tsx';
import styles from './calendar.module.css';

export interface DayListProps {
  readonly day: string;
  readonly entries: readonly CalendarEntry[];
  readonly isToday: boolean;
  /** The heading, to be given the focus. */
  readonly headRef?: Ref<HTMLHeadingElement> | undefined;
}

/** Everything of one day, in full. */
export function DayList({ day, entries, isToday, headRef }: DayListProps): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return (
    <section className={styles['dayList']} aria-label={format.longDate(day)}>
      <h2
        ref={headRef}
        tabIndex={-1}
        className={styles['dayHead']}
        data-today={isToday ? '' : undefined}
      >
        {format.longDate(day)}
        {isToday && <span className={styles['todayMark']}>{t('today')}</span>}
      </h2>
      {entries.length === 0 ? (
        <p className={styles['muted']}>{t('nothing')}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <li key={entryKey(entry)}>
              <EntryRow entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
