import { getLocalTimeZone, today } from '@internationalized/date';

/** The calendar date at the officer's place, ISO 8601. */
export function localToday(): string {
  return today(getLocalTimeZone()).toString();
}

/** The calendar date this many days from today at the officer's place, ISO 8601. */
export function localTodayPlus(days: number): string {
  return today(getLocalTimeZone()).add({ days }).toString();
}
