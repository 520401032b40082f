/** What came of a set of tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** A check that is one test: it holds or it does not. */
export function oneTest(held: boolean): Tally {
  return held ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** The closing line of a test run. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * What a runner's report and exit code add up to. A runner that ends with an error and names no
 * failed test failed all the same, and so did one that ran nothing.
 */
export function settled(reported: Tally | null, exitCode: number): Tally {
  if (reported === null) return oneTest(false);
  const ranNothing = reported.passed + reported.failed + reported.skipped === 0;
  const unexplained = exitCode !== 0 && reported.failed === 0;
  return ranNothing || unexplained ? { ...reported, failed: reported.failed + 1 } : reported;
}

/** Reads the JSON report of vitest; null if it is none. */
export function vitestTally(json: string): Tally | null {
  const report = parse(json);
  if (report === null) return null;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } =
    report;
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return null;
  // A file that could not be loaded fails as a suite, with no test to show for it.
  const brokenFiles = numFailedTests === 0 && Number(numFailedTestSuites ?? 0) > 0 ? 1 : 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles,
    skipped: Number(numPendingTests ?? 0) + Number(numTodoTests ?? 0),
  };
}

/** Reads the JSON report of Playwright; null if it is none. A flaky test failed once, so it failed. */
export function playwrightTally(json: string): Tally | null {
  const stats = parse(json)?.['stats'];
  if (typeof stats !== 'object' || stats === null) return null;
  const { expected, unexpected, flaky, skipped } = stats as Readonly<Record<string, unknown>>;
  if (typeof expected !== 'number' || typeof unexpected !== 'number') return null;
  return {
    passed: expected,
    failed: unexpected + Number(flaky ?? 0),
    skipped: Number(skipped ?? 0),
  };
}

function parse(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
