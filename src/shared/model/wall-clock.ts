import { parseDateTime, toZoned } from '@internationalized/date';

/**
 * The instant of a wall-clock time in a zone, for comparing it and for showing it through Intl.
 * @returns Milliseconds since the epoch. A time that a clock change skips or repeats is read as
 *   `@internationalized/date` reads it ("compatible": the later side of a gap, the earlier of two).
 */
export function wallClockToMs(wallClock: string, timeZone: string): number {
  return toZoned(parseDateTime(wallClock), timeZone).toDate().getTime();
}
