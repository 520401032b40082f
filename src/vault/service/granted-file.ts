import { closeSync, constants, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { SHORT_TEXT_MAX } from '../../shared/model/primitives.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailureOf } from '../db/errors.ts';
import type { VaultContext } from './context.ts';

export interface GrantedFile {
  readonly bytes: Buffer;
  /** The file's own name, as a line of text that a record can hold. */
  readonly name: string;
}

/**
 * The whole of a file that the officer picked. `file-unreadable` for what is not a regular file or
 * cannot be read, `file-too-large` beyond `limitBytes`, found before anything is allocated for it.
 */
export function readGrantedFile(
  context: Pick<VaultContext, 'grants'>,
  token: string,
  limitBytes: number,
): Outcome<GrantedFile, FailureOf<'file-not-granted' | 'file-unreadable' | 'file-too-large'>> {
  const path = context.grants.resolve(token, 'open');
  if (path === null) return fail({ kind: 'file-not-granted' });
  let descriptor: number;
  try {
    // Without O_NONBLOCK a pipe in the file's place would hold the whole vault up.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return fail({ kind: 'file-unreadable' });
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return fail({ kind: 'file-unreadable' });
    if (status.size > limitBytes) return fail({ kind: 'file-too-large', limitBytes });
    const bytes = Buffer.alloc(status.size);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(descriptor, bytes, filled, bytes.length - filled, null);
      if (read === 0) break;
      filled += read;
    }
    return ok({ bytes: bytes.subarray(0, filled), name: nameOf(path) });
  } catch {
    return fail({ kind: 'file-unreadable' });
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a whole file to where the officer said. What a full or read-only disk says is thrown on,
 * for the border of the vault to name; anything else is `file-unreadable`.
 */
export function writeGrantedFile(
  context: Pick<VaultContext, 'grants'>,
  token: string,
  bytes: Uint8Array,
): Outcome<Record<never, never>, FailureOf<'file-not-granted' | 'file-unreadable'>> {
  const path = context.grants.resolve(token, 'save');
  if (path === null) return fail({ kind: 'file-not-granted' });
  try {
    writeFileSync(path, bytes, { mode: 0o600 });
    return ok({});
  } catch (error) {
    if (storageFailureOf(error) !== null) throw error;
    return fail({ kind: 'file-unreadable' });
  }
}

/**
 * Some systems allow line breaks in file names; a record's line of text does not. Characters that
 * turn the direction of writing go as well: they make `exe.gpj` of a name that ends in `.exe`.
 */
function nameOf(path: string): string {
  const line = basename(path)
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- the pattern exists to replace control characters
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/gu, '_')
    .trim();
  return [...(line === '' ? '_' : line)].slice(0, SHORT_TEXT_MAX / 2).join('');
}
