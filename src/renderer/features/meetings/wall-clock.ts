import { wallClockToMs } from '../../../shared/model/wall-clock.ts';

/** Now as a wall-clock time to the minute in a zone: `2026-11-24T09:30`. */
export function nowAsWallClock(timeZone: string, nowMs: number = Date.now()): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(nowMs)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The zone's offset from UTC at a wall-clock time, in words of Intl: `GMT+3`. */
export function offsetName(startedAt: string, timeZone: string, locale: string): string {
  const style = { timeZone, timeZoneName: 'shortOffset' } as const;
  const parts = new Intl.DateTimeFormat(locale, style).formatToParts(
    wallClockToMs(startedAt, timeZone),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
