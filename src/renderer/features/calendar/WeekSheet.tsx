import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { PrintSheet } from '../../components/PrintSheet.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { daysOf, type Span } from './days.ts';
import { entryKey } from './MonthGrid.tsx';
import { useEntryWords } from './use-entry-words.ts';
import styles from './WeekSheet.module.css';

export interface WeekSheetProps {
  readonly span: Span;
  readonly entries: readonly CalendarEntry[];
  readonly unnamed: number;
  /** It was printed, or the printing called off: the sheet can go. */
  readonly onPrinted: () => void;
}

/** A week on paper, as the vault lets it out. */
export function WeekSheet({ span, entries, unnamed, onPrinted }: WeekSheetProps): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const wordsOf = useEntryWords();
  const week = { from: format.date(span.from), to: format.date(span.to) };
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  return (
    <PrintSheet>
      <h1 className={styles['title']}>{t('weekLabel', week)}</h1>
      {daysOf(span).map((day) => {
        const ofDay = entries.filter(({ on }) => on === day);
        return (
          <section key={day} className={styles['day']}>
            <h2 className={styles['dayTitle']}>{format.longDate(day)}</h2>
            {ofDay.length === 0 && <p>{t('nothing')}</p>}
            <ul>
              {ofDay.map((entry) => {
                const { title, kind, who, state } = wordsOf(entry);
                const more = [kind, who, state].filter((part) => part !== null && part !== '');
                return (
                  <li key={entryKey(entry)} className={styles['entry']}>
                    <span className={styles['time']}>{entry.time ?? ''}</span>
                    <span>
                      <strong>
                        <bdi>{title}</bdi>
                      </strong>
                      {more.length > 0 && (
                        <>
                          {' · '}
                          <bdi>{more.join(' · ')}</bdi>
                        </>
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      <p className={styles['foot']}>
        {t('sheet.foot', { date: format.date(localToday()) })}
        {unnamed > 0 && ` ${t('sheet.unnamed', { count: unnamed })}`}
      </p>
    </PrintSheet>
  );
}
