import { describe, expect, it } from 'vitest';
import {
  nowAsWallClock,
  offsetName,
} from '../../../../../src/renderer/features/meetings/wall-clock.ts';
import { wallClockToMs } from '../../../../../src/shared/model/wall-clock.ts';

describe('wall-clock times', () => {
  it('reads a local time in its own zone, not in that of the machine', () => {
    expect(wallClockToMs('2026-11-24T09:30', 'Asia/Kathmandu')).toBe(
      Date.parse('2026-11-24T03:45:00.000Z'),
    );
  });

  it('reads a time that the clock change skips instead of failing', () => {
    expect(wallClockToMs('2026-03-29T01:30', 'Europe/London')).toBe(
      Date.parse('2026-03-29T01:30:00.000Z'),
    );
  });

  it('writes now as the wall clock of a zone shows it, midnight as 00', () => {
    expect(nowAsWallClock('Africa/Nairobi', Date.parse('2026-11-24T21:05:00.000Z'))).toBe(
      '2026-11-25T00:05',
    );
  });

  it('names the offset in force on that day', () => {
    expect([
      offsetName('2026-07-01T12:00', 'Europe/London', 'en-GB'),
      offsetName('2026-12-01T12:00', 'Africa/Nairobi', 'en-GB'),
    ]).toEqual(['GMT+1', 'GMT+3']);
  });
});
