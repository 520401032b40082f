import { useEffect, useState } from 'react';
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
