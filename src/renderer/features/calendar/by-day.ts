import type { CalendarEntry } from '../../../shared/contract/calendar.ts';

/** Entries by the day they are on, in their order. */
export function byDayOf(entries: readonly CalendarEntry[]): ReadonlyMap<string, CalendarEntry[]> {
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const day = days.get(entry.on);
    if (day === undefined) days.set(entry.on, [entry]);
    else day.push(entry);
  }
  return days;
}
