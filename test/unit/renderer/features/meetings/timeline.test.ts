import { describe, expect, it } from 'vitest';
import type { MeetingRow } from '../../../../../src/shared/contract/meetings.ts';
import {
  densityOf,
  monthRange,
  timelineEntries,
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

describe('timelineEntries', () => {
  it('names each month and each day once, on its first entry', () => {
    const entries = timelineEntries([
      row('a', '2026-11-24T16:00'),
      row('b', '2026-11-24T09:30'),
      row('c', '2026-11-02T10:00'),
      row('d', '2025-11-02T10:00'),
    ]);
    expect(entries.map((entry) => [entry.row.id, entry.month, entry.day])).toEqual([
      ['a', '2026-11', '2026-11-24'],
      ['b', null, null],
      ['c', null, '2026-11-02'],
      ['d', '2025-11', '2025-11-02'],
    ]);
  });
});

describe('densityOf', () => {
  it('counts silent months without the running one and names the latest of the busiest', () => {
    expect(densityOf(['2026-08', '2026-09', '2026-10', '2026-11'], [3, 0, 3, 0])).toEqual({
      total: 6,
      most: 3,
      busiest: '2026-10',
      silent: 1,
    });
  });
});

describe('months', () => {
  it('ends a month on its last day, leap years too', () => {
    expect([monthRange('2026-02').to, monthRange('2028-02').to, monthRange('2026-12').to]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });
});
