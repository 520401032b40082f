import { join } from 'node:path';
import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { readSmallFile, writeFileAtomically } from './atomic-file.ts';
import { openCheckedJson, sealCheckedJson } from './checked-json.ts';

/** Wrong secrets that cost no waiting. */
export const FREE_TRIES = 3;
const FIRST_WAIT_MS = 1_000;
export const LONGEST_WAIT_MS = 300_000;
const FAILURES_MAX = 1_000_000;
const ATTEMPTS_MAX_BYTES = 1_024;
/** What a damaged or vanished count is taken for: enough failures for the longest wait. */
const FAILURES_IF_UNKNOWN = 13;

export interface GuessClock {
  /** The machine's clock, milliseconds since 1970; may be moved. */
  wallMs(): number;
  /** Milliseconds that only ever grow, within one process. */
  monotonicMs(): number;
}

export const systemClock: GuessClock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

export type StorageFailure = FailureOf<'no-space' | 'read-only'>;

/** Counts wrong secrets in a vault's folder and makes the next try wait. */
export interface GuessLimit {
  /** Writes a count of zero: once, before a new vault's keyslots are written. */
  start(): Outcome<null, StorageFailure>;
  /**
   * To call before a secret is tried. Counts the try as wrong already, on the disk, so that
   * killing the process during the try gains nothing. Gives the wrong tries before this one.
   */
  begin(): Outcome<number, FailureOf<'too-soon'> | StorageFailure>;
  /** Seconds until the next try is taken; 0 if now. */
  dueSeconds(): number;
  /** The try was wrong: the wait starts now. Gives the seconds until the next try. */
  wrong(): Outcome<number, StorageFailure>;
  /** The try was right: the count is zero again. */
  right(): Outcome<null, StorageFailure>;
}

const attempts = z.strictObject({
  format: z.literal('steady-state-attempts'),
  version: z.literal(1),
  /** Wrong tries since the last right one. */
  failures: z.int().min(0).max(FAILURES_MAX),
  /** Waiting that was still due at the time `at`. */
  waitMs: z.int().min(0).max(LONGEST_WAIT_MS),
  /** Wall clock at the time of writing, milliseconds since 1970. */
  at: z.int(),
});
type Attempts = z.infer<typeof attempts>;

/** Milliseconds to wait after so many wrong tries: none for three, then 1 s doubling to 300 s. */
export function waitAfter(failures: number): number {
  if (failures <= FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES - 1), LONGEST_WAIT_MS);
}

/**
 * The limit for the vault in `folder`, kept in its file `attempts`. It is a hurdle for somebody
 * at the keyboard, not for somebody with a copy of the disk: against that stands Argon2id.
 *
 * Within a process the wait follows the monotonic clock. After a restart it follows the wall
 * clock; one that was moved back counts as no time passed, so it can lengthen a wait, never
 * shorten it. A damaged or removed file counts as the longest wait, not as a first try.
 */
export function createGuessLimit(folder: string, clock: GuessClock = systemClock): GuessLimit {
  const path = join(folder, 'attempts');
  /** When, on the monotonic clock of this process, `known` was written. */
  let anchorMs = 0;
  let known: Attempts | null = null;

  function save(failures: number, waitMs: number): void {
    const next: Attempts = {
      format: 'steady-state-attempts',
      version: 1,
      failures: Math.min(failures, FAILURES_MAX),
      waitMs: Math.ceil(waitMs),
      at: Math.round(clock.wallMs()),
    };
    writeFileAtomically(path, sealCheckedJson(next));
    known = next;
    anchorMs = clock.monotonicMs();
  }

  /** What the file says now, with the waiting still due. */
  function current(): { failures: number; dueMs: number } {
    const found = read(path);
    if (found === null) {
      save(FAILURES_IF_UNKNOWN, LONGEST_WAIT_MS);
      return { failures: FAILURES_IF_UNKNOWN, dueMs: LONGEST_WAIT_MS };
    }
    if (known !== null && sameAttempts(found, known)) {
      const dueMs = Math.max(0, found.waitMs - (clock.monotonicMs() - anchorMs));
      return { failures: found.failures, dueMs };
    }
    const elapsedMs = clock.wallMs() - found.at;
    const dueMs = Math.max(0, found.waitMs - Math.max(0, elapsedMs));
    // From here on this process measures with its own clock; a clock moved back is written down.
    save(found.failures, dueMs);
    return { failures: found.failures, dueMs };
  }

  return {
    start: () =>
      stored(() => {
        save(0, 0);
        return ok(null);
      }),
    begin: () =>
      stored(() => {
        const { failures, dueMs } = current();
        if (dueMs > 0)
          return fail({ kind: 'too-soon', retryAfterSeconds: Math.ceil(dueMs / 1_000) });
        save(failures + 1, waitAfter(failures + 1));
        return ok(failures);
      }),
    dueSeconds: () => {
      const due = stored(() => ok(Math.ceil(current().dueMs / 1_000)));
      // Where nothing can be written, the try itself says so.
      return due.ok ? due.value : 0;
    },
    wrong: () =>
      stored(() => {
        const failures = known?.failures ?? FAILURES_IF_UNKNOWN;
        const waitMs = waitAfter(failures);
        save(failures, waitMs);
        return ok(Math.ceil(waitMs / 1_000));
      }),
    right: () =>
      stored(() => {
        save(0, 0);
        return ok(null);
      }),
  };
}

function read(path: string): Attempts | null {
  const file = readSmallFile(path, ATTEMPTS_MAX_BYTES);
  if (file.kind !== 'read') return null;
  const body = openCheckedJson(file.bytes);
  if (body === null) return null;
  const parsed = attempts.safeParse(body);
  return parsed.success ? parsed.data : null;
}

function sameAttempts(left: Attempts, right: Attempts): boolean {
  return left.failures === right.failures && left.waitMs === right.waitMs && left.at === right.at;
}

/** Runs one step; a full disk or a read-only folder is an expected failure, all else a fault. */
function stored<Value, Failed>(
  step: () => Outcome<Value, Failed>,
): Outcome<Value, Failed | StorageFailure> {
  try {
    return step();
  } catch (error) {
    const failure = storageFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}
