import type { MeetingRow } from '../../../shared/contract/meetings.ts';

/** One line of the timeline as the virtual list draws it. */
export type TimelineItem =
  | { readonly kind: 'month'; readonly key: string; readonly month: string; readonly count: number }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly row: MeetingRow;
      readonly day: string | null;
    };

/**
 * Puts a heading before each month of a list that is newest first. `day` is set on the first entry
 * of each day, so that the date is written once.
 * @returns Items in the same order; months as `2026-11`, days as `2026-11-24`.
 */
export function timelineItems(rows: readonly MeetingRow[]): TimelineItem[] {
  const perMonth = new Map<string, number>();
  for (const row of rows) {
    const month = monthOf(row.startedAt);
    perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
  }
  const items: TimelineItem[] = [];
  let month = '';
  let day = '';
  for (const row of rows) {
    const rowMonth = monthOf(row.startedAt);
    const rowDay = row.startedAt.slice(0, 10);
    if (rowMonth !== month) {
      month = rowMonth;
      items.push({ kind: 'month', key: month, month, count: perMonth.get(month) ?? 0 });
    }
    items.push({ kind: 'entry', key: row.id, row, day: rowDay === day ? null : rowDay });
    day = rowDay;
  }
  return items;
}

/** The calendar month of an ISO 8601 date or wall-clock time: `2026-11`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/**
 * The last months up to and with the month of a date, oldest first.
 * @param today ISO 8601 date.
 */
export function monthsUpTo(today: string, count: number): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + month - (count - 1 - index);
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** First and last day of a month, both inclusive, ISO 8601. */
export function monthRange(month: string): { readonly from: string; readonly to: string } {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}
