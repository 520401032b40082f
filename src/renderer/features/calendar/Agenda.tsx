import type { ReactNode } from 'react';
import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DayList } from './DayList.tsx';
import styles from './calendar.module.css';

export interface AgendaProps {
  readonly label: string;
  readonly byDay: ReadonlyMap<string, readonly CalendarEntry[]>;
  readonly today: string;
  /** The month that is looked at, without the days of others in its weeks; null for a week. */
  readonly month: string | null;
}

/** The days with something on them, one under another: the calendar where a grid has no room. */
export function Agenda({ label, byDay, today, month }: AgendaProps): ReactNode {
  const { t } = useTranslation('calendar');
  const days = [...byDay].filter(([day]) => month === null || day.startsWith(month));
  return (
    <div className={styles['agenda']} role="region" aria-label={label}>
      {days.length === 0 ? (
        <EmptyState icon={CalendarDays} title={t('emptyTitle')} isCompact>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        days.map(([day, entries]) => (
          <DayList key={day} day={day} entries={entries} isToday={day === today} />
        ))
      )}
    </div>
  );
}
