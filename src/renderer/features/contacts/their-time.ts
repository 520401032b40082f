import { useEffect, useState } from 'react';
import { daysBetween } from '../../../shared/model/cadence.ts';
import { isSafeAt, readSafeHours } from '../../../shared/model/safe-hours.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { nowAsWallClock, offsetName } from '../meetings/wall-clock.ts';

export interface TheirTime {
  /** Their time on the clock: `2026-11-24T21:14`. */
  readonly wallClock: string;
  readonly words: string;
  readonly offset: string;
}

const MINUTE_MS = 60_000;

/** What the clock shows now in a zone, kept up to the minute; null where no zone is known. */
export function useTheirTime(timeZone: string | null): TheirTime | null {
  const names = useMonths();
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  if (timeZone === null) return null;
  const wallClock = nowAsWallClock(timeZone, nowMs);
  return {
    wallClock,
    words: `${names.weekday(wallClock.slice(0, 10))} ${names.time(wallClock)}`,
    offset: offsetName(wallClock, timeZone, names.locale),
  };
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
