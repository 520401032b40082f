import type { Failure, FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';

/** What the storage below can run into at any time, whatever is being done. */
export type StorageFailure = FailureOf<'no-space' | 'read-only' | 'damaged' | 'in-use'>;

/**
 * An expected failure on its way out of a transaction: thrown so that everything is rolled back,
 * turned into a value by `settle` at the border of the use case.
 */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`refused: ${failure.kind}`);
    this.name = 'Refused';
    this.failure = failure;
  }
}

/** Leaves the running transaction with an expected failure; nothing of it is kept. */
export function refuse(failure: Failure): never {
  throw new Refused(failure);
}

/**
 * The failure that an error of the store or of the file system stands for; null where it is a
 * fault. The only place where SQLite result codes are read (https://sqlite.org/rescode.html).
 */
export function storageFailureOf(error: unknown): StorageFailure | null {
  const code = codeOf(error);
  if (code === null || !code.startsWith('SQLITE_')) return storageFailure(error);
  switch (code) {
    case 'SQLITE_FULL':
    // A write cut short by a file size limit or a quota (measured fact 8 of the security page).
    case 'SQLITE_IOERR_WRITE':
    case 'SQLITE_IOERR_TRUNCATE':
    case 'SQLITE_IOERR_FSYNC':
    case 'SQLITE_IOERR_SHMSIZE':
    case 'SQLITE_IOERR_SHMOPEN':
    case 'SQLITE_IOERR_SHMMAP':
      return { kind: 'no-space' };
    case 'SQLITE_PERM':
    case 'SQLITE_CANTOPEN':
      return { kind: 'read-only' };
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return { kind: 'in-use' };
    case 'SQLITE_NOTADB':
    case 'SQLITE_IOERR_SHORT_READ':
    case 'SQLITE_IOERR_READ':
    case 'SQLITE_IOERR_DATA':
    case 'SQLITE_IOERR_CORRUPTFS':
      return { kind: 'damaged' };
    default:
      break;
  }
  if (code.startsWith('SQLITE_CORRUPT')) return { kind: 'damaged' };
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN_')) {
    return { kind: 'read-only' };
  }
  if (code.startsWith('SQLITE_BUSY_')) return { kind: 'in-use' };
  return null;
}

/** The expected failure that a thrown value stands for; null where it is a fault. */
export function failureOf(error: unknown): Failure | null {
  return error instanceof Refused ? error.failure : storageFailureOf(error);
}

/** Runs `use` and gives its value, or the expected failure it was refused with. Faults still throw. */
export function settle<T>(use: () => T): Outcome<T, Failure> {
  try {
    return ok(use());
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
