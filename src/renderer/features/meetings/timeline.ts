import type { MeetingRow } from '../../../shared/contract/meetings.ts';

/** One entry of the timeline, with the headings that stand before it. */
export interface TimelineEntry {
  readonly row: MeetingRow;
  /** Set on the first entry of each month: `2026-11`. */
  readonly month: string | null;
  /** Set on the first entry of each day: `2026-11-24`. */
  readonly day: string | null;
}

/**
 * Marks the first entry of each month and of each day of a list that is newest first, so that each
 * is written once.
 */
export function timelineEntries(rows: readonly MeetingRow[]): TimelineEntry[] {
  let month = '';
  let day = '';
  return rows.map((row) => {
    const rowMonth = monthOf(row.startedAt);
    const rowDay = row.startedAt.slice(0, 10);
    const entry = {
      row,
      month: rowMonth === month ? null : rowMonth,
      day: rowDay === day ? null : rowDay,
    };
    month = rowMonth;
    day = rowDay;
    return entry;
  });
}

/** The calendar month of an ISO 8601 date or wall-clock time: `2026-11`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** First and last day of a month, both inclusive, ISO 8601. */
export function monthRange(month: string): { readonly from: string; readonly to: string } {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** What the density chart says in words. */
export interface Density {
  readonly total: number;
  readonly busiest: string;
  readonly most: number;
  /** Months without any contact, the running one left out: it is not over yet. */
  readonly silent: number;
}

/** @param counts One number for each month, oldest first, the running month last. */
export function densityOf(months: readonly string[], counts: readonly number[]): Density {
  const most = Math.max(0, ...counts);
  return {
    total: counts.reduce((sum, count) => sum + count, 0),
    most,
    busiest: months[counts.lastIndexOf(most)] ?? months.at(-1) ?? '',
    silent: counts.slice(0, -1).filter((count) => count === 0).length,
  };
}
