import { describe, expect, it } from 'vitest';
import { reviewDueOn, reviewSteps } from '../../../../src/shared/model/review-due.ts';

describe('the day of a review', () => {
  it.each([
    ['2026-05-14', 1, '2026-06-14'],
    ['2026-05-14', 6, '2026-11-14'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
  ] as const)(
    'of %s, %d months later, is %s: the last day where the month is shorter',
    (...row) => {
      const [doneOn, months, due] = row;
      expect(reviewDueOn(doneOn, months)).toBe(due);
    },
  );
});

describe('the three reviews of an action', () => {
  const stateOf = (made: readonly (1 | 3 | 6)[], on: string): string[] =>
    reviewSteps('2026-01-31', made, on).map((step) => step.state);

  it('"on a regular basis": none is due before its day, and on its day it is', () => {
    expect(stateOf([], '2026-02-27')).toEqual(['ahead', 'ahead', 'ahead']);
    expect(stateOf([], '2026-02-28')).toEqual(['due', 'ahead', 'ahead']);
    expect(stateOf([1], '2026-04-29')).toEqual(['made', 'ahead', 'ahead']);
    expect(stateOf([1], '2026-04-30')).toEqual(['made', 'due', 'ahead']);
  });

  it('asks for one at most: what was let pass gives way to the next', () => {
    expect(stateOf([], '2026-04-30')).toEqual(['passed', 'due', 'ahead']);
    expect(stateOf([], '2026-08-01')).toEqual(['passed', 'passed', 'due']);
    expect(stateOf([3], '2026-08-01')).toEqual(['passed', 'made', 'due']);
    expect(stateOf([6], '2026-03-05')).toEqual(['passed', 'passed', 'made']);
    expect(stateOf([1, 3, 6], '2030-01-01')).toEqual(['made', 'made', 'made']);
  });
});
