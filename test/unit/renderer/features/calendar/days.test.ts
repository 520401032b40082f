import { describe, expect, it } from 'vitest';
import {
  daysOf,
  monthOf,
  partOf,
  stepFrom,
  stepOfKey,
  weekOf,
  weeksOf,
} from '../../../../../src/renderer/features/calendar/days.ts';

describe('the days of a view', () => {
  it('are the whole weeks that a month begins and ends in, as the locale begins them', () => {
    expect([monthOf('2026-11-24', 'en-GB'), monthOf('2026-11-24', 'en-US')]).toEqual([
      { from: '2026-10-26', to: '2026-12-06' },
      { from: '2026-11-01', to: '2026-12-05' },
    ]);
  });

  it('are rows of seven, none left out and none twice, over a change of the clocks too', () => {
    const weeks = weeksOf(monthOf('2026-03-29', 'en-GB'));
    const days = weeks.flat();
    expect([weeks.map((week) => week.length), days.length, new Set(days).size]).toEqual([
      [7, 7, 7, 7, 7, 7],
      42,
      42,
    ]);
    expect([days[0], days.at(-1)]).toEqual(['2026-02-23', '2026-04-05']);
  });

  it('are one where a span begins and ends on it', () => {
    expect(daysOf({ from: '2026-11-24', to: '2026-11-24' })).toEqual(['2026-11-24']);
  });

  it('have a part for each time, and one for what has none', () => {
    const times = [null, '00:00', '11:59', '12:00', '17:59', '18:00', '23:59'];
    expect(times.map((time) => partOf({ time }))).toEqual([
      ...['day', 'morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening'],
    ]);
  });
});

describe('a step by key', () => {
  it('goes the way that the arrow points, right to left as well', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
    expect([
      keys.map((key) => stepOfKey(key, 'ltr')),
      keys.map((key) => stepOfKey(key, 'rtl')),
      stepOfKey('a', 'ltr'),
    ]).toEqual([
      ['before', 'after', 'week-before', 'week-after'],
      ['after', 'before', 'week-before', 'week-after'],
      null,
    ]);
  });

  it('leads over the ends of months and years, and to the last day of a shorter month', () => {
    const from = (day: string, step: Parameters<typeof stepFrom>[1], page: 'month' | 'week') =>
      stepFrom(day, step, page, 'en-GB');
    expect([
      from('2026-12-31', 'after', 'month'),
      from('2026-03-01', 'before', 'month'),
      from('2027-01-31', 'page-after', 'month'),
      from('2026-11-24', 'page-after', 'week'),
      from('2026-11-24', 'page-before', 'week'),
      from('2026-11-25', 'week-start', 'month'),
      from('2026-11-25', 'week-end', 'month'),
    ]).toEqual([
      '2027-01-01',
      '2026-02-28',
      '2027-02-28',
      '2026-12-01',
      '2026-11-17',
      weekOf('2026-11-25', 'en-GB').from,
      '2026-11-29',
    ]);
  });
});
