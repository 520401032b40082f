import { type CalendarDate, parseDate } from '@internationalized/date';

/**
 * The day by which a contact should next be made: the last contact, plus the wanted rhythm.
 * @returns ISO 8601 date, or null where there is no rhythm or no contact yet.
 */
export function nextContactDue(
  lastContactOn: string | null,
  everyDays: number | null,
): string | null {
  if (lastContactOn === null || everyDays === null) return null;
  return parseDate(lastContactOn).add({ days: everyDays }).toString();
}

/** Whole days from one calendar date to another (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  const start: CalendarDate = parseDate(from);
  return parseDate(to).compare(start);
}
