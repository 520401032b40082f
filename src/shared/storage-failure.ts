import type { FailureOf } from './contract/failure.ts';

/** The expected failure that an error of the file system stands for; null where it is a fault. */
export function storageFailure(error: unknown): FailureOf<'no-space' | 'read-only'> | null {
  switch (fileErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { kind: 'no-space' };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'read-only' };
    default:
      return null;
  }
}

/** The `code` of an error of the file system; null where it has none. */
export function fileErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
