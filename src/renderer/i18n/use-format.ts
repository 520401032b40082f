import { useMemo } from 'react';
import { parseDate } from '@internationalized/date';
import { daysBetween } from '../../shared/model/cadence.ts';
import { PSEUDO_LOCALE } from '../../shared/contract/preferences.ts';
import { formatLocale } from './locales.ts';
import { isolated } from './pseudo.ts';
import { usePreferences } from '../theme/preferences.tsx';
import { localToday } from './local-today.ts';

export interface Format {
  /** A calendar date, `24 Nov 2026`. */
  readonly date: (isoDate: string) => string;
  /** A calendar date where there is little room: `24 Nov`, or `Nov 2027` in another year. */
  readonly shortDate: (isoDate: string) => string;
  /** A calendar date in full, `Tuesday, 24 November 2026`. */
  readonly longDate: (isoDate: string) => string;
  /** An instant in the officer's own time, `24 Nov 2026, 09:30`. */
  readonly instant: (isoInstant: string) => string;
  /** A wall-clock time without zone, `24 Nov 2026, 09:30`, as it is. */
  readonly localDateTime: (isoLocal: string) => string;
  /** A calendar date seen from today: `today`, `in 3 days`, `2 months ago`. */
  readonly relativeDate: (isoDate: string) => string;
  readonly number: (value: number) => string;
  /** Bytes as kB or MB (powers of ten). */
  readonly bytes: (value: number) => string;
  readonly list: (values: readonly string[]) => string;
  readonly language: (tag: string) => string;
  readonly country: (code: string) => string;
  readonly script: (code: string) => string;
}

/** Dates, numbers and names of languages in the chosen locale. */
export function useFormat(): Format {
  const { locale } = usePreferences();
  return useMemo(() => {
    const format = makeFormat(formatLocale(locale));
    return locale === PSEUDO_LOCALE ? isolatedFormat(format) : format;
  }, [locale]);
}

/** English dates and numbers, kept in their own order on the pseudo-locale's pages. */
function isolatedFormat(format: Format): Format {
  const { date, shortDate, longDate, instant, localDateTime, relativeDate, bytes, list } = format;
  return {
    ...format,
    date: (value) => isolated(date(value)),
    shortDate: (value) => isolated(shortDate(value)),
    longDate: (value) => isolated(longDate(value)),
    instant: (value) => isolated(instant(value)),
    localDateTime: (value) => isolated(localDateTime(value)),
    relativeDate: (value) => isolated(relativeDate(value)),
    bytes: (value) => isolated(bytes(value)),
    list: (values) => isolated(list(values)),
  };
}

export function makeFormat(locale: string): Format {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayMonth = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  const monthYear = new Intl.DateTimeFormat(locale, {
    ...{ month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const time = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const here = new Intl.DateTimeFormat(locale, time);
  const wall = new Intl.DateTimeFormat(locale, { ...time, timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = {
    language: new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
    region: new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }),
    script: new Intl.DisplayNames(locale, { type: 'script', fallback: 'code' }),
  };
  const atUtc = (isoDate: string): Date => parseDate(isoDate).toDate('UTC');
  return {
    date: (isoDate) => date.format(atUtc(isoDate)),
    shortDate: (isoDate) =>
      (isoDate.slice(0, 4) === localToday().slice(0, 4) ? dayMonth : monthYear).format(
        atUtc(isoDate),
      ),
    longDate: (isoDate) => longDate.format(atUtc(isoDate)),
    instant: (isoInstant) => here.format(new Date(isoInstant)),
    localDateTime: (isoLocal) => wall.format(new Date(`${isoLocal}:00Z`)),
    relativeDate: (isoDate) => {
      const days = daysBetween(localToday(), isoDate);
      if (Math.abs(days) < 45) return relative.format(days, 'day');
      if (Math.abs(days) < 548) return relative.format(Math.round(days / 30.44), 'month');
      return relative.format(Math.round(days / 365.25), 'year');
    },
    number: (value) => number.format(value),
    bytes: (value) => {
      const [unit, size] =
        value >= 1_000_000 ? (['megabyte', 1_000_000] as const) : (['kilobyte', 1_000] as const);
      const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, style).format(value / size);
    },
    list: (values) => list.format(values),
    language: (tag) => orSame(() => names.language.of(tag), tag),
    country: (code) => orSame(() => names.region.of(code), code),
    script: (code) => orSame(() => names.script.of(code), code),
  };
}

/** A tag that Intl does not know is shown as it is. */
function orSame(name: () => string | undefined, tag: string): string {
  try {
    return name() ?? tag;
  } catch {
    return tag;
  }
}
