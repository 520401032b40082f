import type { Hearing } from './hearing.ts';
import { wallClockToMs } from './wall-clock.ts';

type InSeries = Pick<Hearing, 'id' | 'previousId' | 'startsAt' | 'timeZone'>;

/**
 * Hearings put together that name one another as the one before, each series in order of time, the
 * series that was last in court first. A circle, or a name that is not there, both of which a
 * bundle could bring, loses no hearing.
 */
export function hearingSeries<One extends InSeries>(hearings: readonly One[]): One[][] {
  const series = new Map<string, One[]>(hearings.map((one) => [one.id, [one]]));
  for (const { id, previousId } of hearings) {
    const own = series.get(id);
    const before = previousId === null ? undefined : series.get(previousId);
    if (own === undefined || before === undefined || own === before) continue;
    before.push(...own);
    for (const one of own) series.set(one.id, before);
  }
  const sorted = [...new Set(series.values())].map((all) => all.sort(byTime));
  return sorted.sort((a, b) => byTime(lastOf(b), lastOf(a)));
}

/** Which of two hearings is first, wherever each of them is. */
export function byTime(a: InSeries, b: InSeries): number {
  return startMs(a) - startMs(b) || (a.id < b.id ? -1 : 1);
}

/** When a hearing begins, in milliseconds since the epoch. */
export function startMs({ startsAt, timeZone }: Pick<InSeries, 'startsAt' | 'timeZone'>): number {
  return wallClockToMs(startsAt, timeZone);
}

function lastOf<One>(series: readonly One[]): One {
  const last = series.at(-1);
  if (last === undefined) throw new Error('a series without a hearing');
  return last;
}
