import { describe, expect, it } from 'vitest';
import { daysBetween, nextContactDue } from '../../../../src/shared/model/cadence.ts';

describe('the rhythm of contact (domain.md "a rhythm per contact, the last and next contact")', () => {
  it('is due the wanted number of days after the last contact, over month and leap-day ends', () => {
    expect([
      nextContactDue('2026-01-31', 30),
      nextContactDue('2028-02-28', 1),
      nextContactDue('2026-12-31', 1),
    ]).toEqual(['2026-03-02', '2028-02-29', '2027-01-01']);
  });

  it('is not due where no rhythm is set or no contact was made yet', () => {
    expect([nextContactDue(null, 30), nextContactDue('2026-01-31', null)]).toEqual([null, null]);
  });

  it('counts whole days between dates, negative backwards, through a change of clocks', () => {
    expect([
      daysBetween('2026-03-28', '2026-03-30'),
      daysBetween('2026-03-30', '2026-03-28'),
      daysBetween('2026-03-30', '2026-03-30'),
    ]).toEqual([2, -2, 0]);
  });
});
