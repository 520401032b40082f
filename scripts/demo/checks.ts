import { isDeepStrictEqual } from 'node:util';

/** What the demo claims, each claim compared with what was found. */
export interface Checks {
  equal(what: string, found: unknown, expected: unknown): void;
  readonly failed: number;
  readonly passed: number;
}

export function startChecks(say: (line: string) => void): Checks {
  let failed = 0;
  let passed = 0;
  return {
    equal(what, found, expected) {
      if (isDeepStrictEqual(found, expected)) {
        passed += 1;
        say(`  ok      ${what}`);
        return;
      }
      failed += 1;
      say(`  FAILED  ${what}: found ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
    },
    get failed() {
      return failed;
    },
    get passed() {
      return passed;
    },
  };
}
