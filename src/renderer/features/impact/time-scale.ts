import { endOfMonth, parseDate, startOfMonth } from '@internationalized/date';
import { daysBetween } from '../../../shared/model/cadence.ts';

/** A stretch of time drawn from one side to the other, in whole months. */
export interface TimeScale {
  readonly from: string;
  readonly to: string;
  /** Where a date stands, in per cent of the way; held inside. */
  readonly at: (isoDate: string) => number;
  /** The months (`2026-11`) whose first day is marked: no more than fit beside each other. */
  readonly ticks: readonly string[];
}

const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60] as const;
const MOST_TICKS = 5;

/** The scale on which all of these dates find a place. */
export function timeScale(dates: readonly [string, ...string[]]): TimeScale {
  const sorted = [...dates].sort();
  const first = startOfMonth(parseDate(sorted[0] ?? dates[0]));
  const last = endOfMonth(parseDate(sorted.at(-1) ?? dates[0]));
  const [from, to] = [first.toString(), last.toString()];
  const days = daysBetween(from, to) + 1;
  const months = (last.year - first.year) * 12 + (last.month - first.month) + 1;
  const step = STEPS_IN_MONTHS.find((one) => months / one <= MOST_TICKS) ?? 120;
  const ticks: string[] = [];
  for (let month = 0; month < months; month += step) {
    ticks.push(first.add({ months: month }).toString().slice(0, 7));
  }
  return {
    from,
    to,
    at: (isoDate) => Math.min(100, Math.max(0, (daysBetween(from, isoDate) / days) * 100)),
    ticks,
  };
}
