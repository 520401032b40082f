import Database from 'better-sqlite3';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { PRIVATE_FILE_MODE } from '../keys/atomic-file.ts';
import { storageFailureOf } from './errors.ts';

/** Name of the lock file in the vault's folder. It never holds anything. */
export const LOCK_FILE = 'lock';

/** Proof that this process alone works in the folder, until it is released or the process ends. */
export interface InstanceLock {
  readonly folder: string;
  readonly held: boolean;
  release(): void;
}

/**
 * Takes the folder for this process. Taken before anything else is looked at or made: two handles
 * that open a database which does not exist yet would each make their own (measured fact 9).
 *
 * The lock is SQLite's exclusive lock on an empty file, which is fcntl on POSIX and LockFileEx on
 * Windows: the system drops it with the process, so there is no stale lock to clear. POSIX drops
 * it too when any descriptor of the file is closed in this process: nothing else may open it.
 *
 * Fails with `in-use` where another process (or this one) holds it.
 */
export function takeInstanceLock(
  folder: string,
): Outcome<InstanceLock, FailureOf<'in-use' | 'read-only' | 'no-space' | 'damaged'>> {
  const path = join(folder, LOCK_FILE);
  let database: Database.Database;
  try {
    makePrivate(path);
    database = new Database(path, { fileMustExist: true, timeout: 0 });
  } catch (error) {
    return failed(error);
  }
  try {
    // In memory: the file stays empty, and a full disk cannot keep a vault from being opened.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    return failed(error);
  }
  let held = true;
  return ok({
    folder,
    get held() {
      return held;
    },
    release() {
      if (!held) return;
      held = false;
      database.close();
    },
  });
}

/** Makes the file with its mode where it is missing; an existing one is not opened (see above). */
function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', PRIVATE_FILE_MODE));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function failed(error: unknown): {
  ok: false;
  failure: FailureOf<'in-use' | 'read-only' | 'no-space' | 'damaged'>;
} {
  const failure = storageFailureOf(error);
  if (failure === null) throw error;
  return fail(failure);
}
