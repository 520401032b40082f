import {
  endOfMonth,
  endOfWeek,
  parseDate,
  startOfMonth,
  startOfWeek,
} from '@internationalized/date';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import { datePlus, daysBetween } from '../../../shared/model/cadence.ts';

/** Calendar dates, ISO 8601; both are part of it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The week of a day, as the locale begins it. */
export function weekOf(day: string, locale: string): Span {
  const date = parseDate(day);
  return {
    from: startOfWeek(date, locale).toString(),
    to: endOfWeek(date, locale).toString(),
  };
}

/** The month of a day, with the whole weeks that it begins and ends in. */
export function monthOf(day: string, locale: string): Span {
  const date = parseDate(day);
  return {
    from: startOfWeek(startOfMonth(date), locale).toString(),
    to: endOfWeek(endOfMonth(date), locale).toString(),
  };
}

export function daysOf({ from, to }: Span): string[] {
  const count = daysBetween(from, to) + 1;
  return Array.from({ length: count }, (_, index) => datePlus(from, { days: index }));
}

/** Days in rows of seven. */
export function weeksOf(span: Span): string[][] {
  const days = daysOf(span);
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, row) =>
    days.slice(row * 7, row * 7 + 7),
  );
}

/** A part of a day, in a week: what has no time of day, then three stretches of the clock. */
export const DAY_PARTS = ['day', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export function partOf({ time }: Pick<CalendarEntry, 'time'>): DayPart {
  if (time === null) return 'day';
  if (time < '12:00') return 'morning';
  return time < '18:00' ? 'afternoon' : 'evening';
}

/** A step through the days, as a key asks for it. */
export type DayStep =
  | 'before'
  | 'after'
  | 'week-before'
  | 'week-after'
  | 'week-start'
  | 'week-end'
  | 'page-before'
  | 'page-after';

/** The day that a step leads to. A page is what the view shows: a month, or a week. */
export function stepFrom(
  day: string,
  step: DayStep,
  page: 'month' | 'week',
  locale: string,
): string {
  const pages = page === 'month' ? { months: 1 } : { days: 7 };
  const back = page === 'month' ? { months: -1 } : { days: -7 };
  switch (step) {
    case 'before':
      return datePlus(day, { days: -1 });
    case 'after':
      return datePlus(day, { days: 1 });
    case 'week-before':
      return datePlus(day, { days: -7 });
    case 'week-after':
      return datePlus(day, { days: 7 });
    case 'week-start':
      return weekOf(day, locale).from;
    case 'week-end':
      return weekOf(day, locale).to;
    case 'page-before':
      return datePlus(day, back);
    case 'page-after':
      return datePlus(day, pages);
  }
}

/** The step that a key asks for in a grid of days; null for every other key. */
export function stepOfKey(key: string, direction: 'ltr' | 'rtl'): DayStep | null {
  switch (key) {
    case 'ArrowLeft':
      return direction === 'ltr' ? 'before' : 'after';
    case 'ArrowRight':
      return direction === 'ltr' ? 'after' : 'before';
    case 'ArrowUp':
      return 'week-before';
    case 'ArrowDown':
      return 'week-after';
    case 'Home':
      return 'week-start';
    case 'End':
      return 'week-end';
    case 'PageUp':
      return 'page-before';
    case 'PageDown':
      return 'page-after';
    default:
      return null;
  }
}
