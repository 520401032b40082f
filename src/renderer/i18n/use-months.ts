import { useMemo } from 'react';
import { formatLocale } from './locales.ts';
import { usePreferences } from '../theme/preferences.tsx';

export interface MonthFormat {
  /** `November 2026` */
  readonly month: (month: string) => string;
  /** `Nov 26` */
  readonly shortMonth: (month: string) => string;
  /** `N` */
  readonly letter: (month: string) => string;
  /** `Tue` */
  readonly weekday: (isoDate: string) => string;
  /** `Tuesday` */
  readonly weekdayLong: (isoDate: string) => string;
  /** `24` */
  readonly dayOfMonth: (isoDate: string) => string;
  /** `09:30` */
  readonly time: (startedAt: string) => string;
  readonly locale: string;
}

/** Months, days and times of the timeline in the chosen locale. Months are `2026-11`. */
export function useMonths(): MonthFormat {
  const { locale: chosen } = usePreferences();
  return useMemo(() => {
    const locale = formatLocale(chosen);
    const style = (options: Intl.DateTimeFormatOptions): ((isoDate: string) => string) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      return (isoDate) => format.format(new Date(isoDate.length === 16 ? `${isoDate}Z` : isoDate));
    };
    return {
      month: style({ month: 'long', year: 'numeric' }),
      shortMonth: style({ month: 'short', year: '2-digit' }),
      letter: style({ month: 'narrow' }),
      weekday: style({ weekday: 'short' }),
      weekdayLong: style({ weekday: 'long' }),
      dayOfMonth: style({ day: 'numeric' }),
      time: style({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      locale,
    };
  }, [chosen]);
}
