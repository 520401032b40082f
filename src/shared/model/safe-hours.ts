import { daysBetween } from './cadence.ts';

/*
 * Safe hours are free words of the officer ("after 21:00, not Fridays"). Whether now is one of them
 * is said only where every word is understood: a guess could send somebody a call at the wrong time.
 */

/** Days of the week, Monday first. */
const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  weekdays: [0, 1, 2, 3, 4],
  weekends: [5, 6],
};

export interface SafeHours {
  /** Minutes of the day, from and until; one that ends before it begins goes over midnight. */
  readonly spans: readonly { readonly from: number; readonly until: number }[];
  /** Days of the week on which it is safe, Monday 0. */
  readonly days: ReadonlySet<number>;
}

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const AFTER = new RegExp(`^(?:after|from) ${TIME}$`, 'u');
const BEFORE = new RegExp(`^(?:before|until) ${TIME}$`, 'u');
const BETWEEN = new RegExp(`^(?:between |from )?${TIME} ?(?:-|–|to|and|until) ?${TIME}$`, 'u');
const DAY_MINUTES = 1_440;

/** What the words say; null where any of them is not understood, or they say nothing of time. */
export function readSafeHours(words: string): SafeHours | null {
  const clauses = words
    .toLowerCase()
    .split(/[,;]/u)
    .map((clause) => clause.trim().replaceAll(/\s+/gu, ' '))
    .filter((clause) => clause !== '');
  if (clauses.length === 0) return null;
  const spans: { from: number; until: number }[] = [];
  let days = new Set(DAYS.keys());
  for (const clause of clauses) {
    const span = spanOf(clause);
    const named = span === null ? daysOf(clause) : null;
    if (span !== null) spans.push(span);
    else if (named === null) return null;
    else {
      const { isNot, listed } = named;
      days = new Set([...days].filter((day) => listed.includes(day) !== isNot));
    }
  }
  return { spans: spans.length === 0 ? [{ from: 0, until: DAY_MINUTES }] : spans, days };
}

/**
 * Whether a moment is safe. What begins in the evening and ends after midnight belongs to the day
 * on which it began.
 * @param weekday Monday 0. @param minute Of the day.
 */
export function isSafeAt(hours: SafeHours, weekday: number, minute: number): boolean {
  const before = (weekday + 6) % 7;
  return hours.spans.some(({ from, until }) =>
    until > from
      ? hours.days.has(weekday) && minute >= from && minute < until
      : (hours.days.has(weekday) && minute >= from) || (hours.days.has(before) && minute < until),
  );
}

/** A Monday, to count days of the week from. */
const MONDAY = '2024-01-01';

/**
 * Whether a time on their clock is within safe hours; null where either is not known, or the words
 * of the hours are not all understood.
 */
export function isSafeNow(safeHours: string | null, wallClock: string | null): boolean | null {
  if (safeHours === null || wallClock === null) return null;
  const hours = readSafeHours(safeHours);
  if (hours === null) return null;
  const weekday = ((daysBetween(MONDAY, wallClock.slice(0, 10)) % 7) + 7) % 7;
  const minute = Number(wallClock.slice(11, 13)) * 60 + Number(wallClock.slice(14, 16));
  return isSafeAt(hours, weekday, minute);
}

function spanOf(clause: string): { from: number; until: number } | null {
  const [after, before, between] = [AFTER, BEFORE, BETWEEN].map((pattern) => pattern.exec(clause));
  const span = after
    ? { from: minuteOf(after[1], after[2]), until: DAY_MINUTES }
    : before
      ? { from: 0, until: minuteOf(before[1], before[2]) }
      : between
        ? { from: minuteOf(between[1], between[2]), until: minuteOf(between[3], between[4]) }
        : null;
  // A time that no clock shows, or an empty span: not understood.
  return span === null || !(span.from >= 0 && span.until > 0) || span.from === span.until
    ? null
    : span;
}

function minuteOf(hour: string | undefined, minute: string | undefined): number {
  const [h, m] = [Number(hour), Number(minute ?? '0')];
  return h <= 23 && m <= 59 ? h * 60 + m : Number.NaN;
}

function daysOf(clause: string): { isNot: boolean; listed: number[] } | null {
  const found = /^(not |never |only )?(?:on )?(.+)$/u.exec(clause);
  const listed = (found?.[2] ?? '').split(/ and | or |\/| /u).map((name) => {
    const day = DAYS.findIndex((one) => one === name || `${one}s` === name);
    return day === -1 ? GROUPS[name] : [day];
  });
  if (listed.some((one) => one === undefined)) return null;
  const isNot = found?.[1] === 'not ' || found?.[1] === 'never ';
  return { isNot, listed: listed.flatMap((one) => one ?? []) };
}
