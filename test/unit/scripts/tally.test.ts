import { describe, expect, test } from 'vitest';
import {
  addTallies,
  closingLine,
  oneTest,
  playwrightTally,
  settled,
  vitestTally,
} from '../../../scripts/lib/tally.ts';

describe('the closing line', () => {
  test('is the sum of all stages', () => {
    const total = addTallies([
      oneTest(true),
      oneTest(false),
      { passed: 10, failed: 0, skipped: 3 },
    ]);
    expect(closingLine(total)).toBe('11 passed, 1 failed, 3 skipped');
  });

  test('of nothing is nothing', () => {
    expect(closingLine(addTallies([]))).toBe('0 passed, 0 failed, 0 skipped');
  });
});

describe('what a runner reports', () => {
  const four = { passed: 4, failed: 0, skipped: 1 };

  test('counts as it is when the exit code agrees', () => {
    expect(settled(four, 0)).toEqual(four);
    expect(settled({ ...four, failed: 2 }, 1)).toEqual({ ...four, failed: 2 });
  });

  test('is a failure when it ran nothing, reported nothing, or failed without a failed test', () => {
    expect(settled({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1);
    expect(settled(null, 0).failed).toBe(1);
    expect(settled(four, 1).failed).toBe(1);
  });

  test('is read from vitest, with files that could not be loaded as failures', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
    expect(vitestTally(JSON.stringify(report))).toEqual({ passed: 7, failed: 0, skipped: 3 });
    expect(vitestTally(JSON.stringify({ ...report, numFailedTestSuites: 1 }))?.failed).toBe(1);
    expect(vitestTally('')).toBeNull();
    expect(vitestTally('[]')).toBeNull();
  });

  test('is read from Playwright, with flaky tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightTally(JSON.stringify({ stats }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
    });
    expect(playwrightTally('null')).toBeNull();
  });
});
