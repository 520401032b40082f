import { describe, expect, it } from 'vitest';
import type { MeetingRow } from '../../../../../src/shared/contract/meetings.ts';
import {
  monthRange,
  monthsUpTo,
  timelineItems,
} from '../../../../../src/renderer/features/meetings/timeline.ts';

function row(id: string, startedAt: string): MeetingRow {
  return {
    id,
    state: 'sealed',
    startedAt,
    timeZone: 'Africa/Nairobi',
    channel: 'in-person',
    title: id,
    place: null,
    excerpt: '',
    contacts: [],
    sensitivity: 'normal',
    promises: 0,
    openPromises: 0,
    correctsId: null,
    correctedById: null,
  };
}

describe('timelineItems', () => {
  it('heads each month once with its count and names each day once', () => {
    const items = timelineItems([
      row('a', '2026-11-24T16:00'),
      row('b', '2026-11-24T09:30'),
      row('c', '2026-11-02T10:00'),
      row('d', '2025-11-02T10:00'),
    ]);
    expect(
      items.map((item) =>
        item.kind === 'month' ? [item.month, item.count] : [item.row.id, item.day],
      ),
    ).toEqual([
      ['2026-11', 3],
      ['a', '2026-11-24'],
      ['b', null],
      ['c', '2026-11-02'],
      ['2025-11', 1],
      ['d', '2025-11-02'],
    ]);
  });

  it('gives nothing for no logs', () => {
    expect(timelineItems([])).toEqual([]);
  });
});

describe('months', () => {
  it('counts back over the turn of the year', () => {
    expect(monthsUpTo('2026-02-14', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('ends a month on its last day, leap years too', () => {
    expect([monthRange('2026-02').to, monthRange('2028-02').to, monthRange('2026-12').to]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });
});
