import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../keys/atomic-file.ts';
import { tooLarge } from './bundle-failure.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

/**
 * Puts a sealed bundle at `path`, replacing what is there. Atomic: under its name there is the old
 * file or the whole new one, never a part. Only ciphertext may be given here.
 */
export async function writeBundleFile(
  path: string,
  ciphertext: Uint8Array,
): Promise<Outcome<null, FailureOf<'no-space' | 'read-only' | 'file-unreadable'>>> {
  const folder = dirname(path);
  const part = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(ciphertext);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await syncFolder(folder);
    return ok(null);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    if (errorCode(error) === null) throw error;
    // What is neither full nor write-protected is gone: a stick pulled out, a folder removed.
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
}

/** Reads a bundle file, having looked at its size before taking any memory for it. */
export async function readBundleFile(
  path: string,
  limits: BundleLimits = BUNDLE_LIMITS,
): Promise<Outcome<Uint8Array, FailureOf<'file-unreadable' | 'bundle-too-large'>>> {
  try {
    const file = await open(path, 'r');
    try {
      const status = await file.stat();
      if (!status.isFile()) return fail({ kind: 'file-unreadable' });
      if (status.size > limits.fileBytes) return tooLarge('file');
      const bytes = new Uint8Array(status.size);
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return ok(bytes.subarray(0, length));
    } finally {
      await file.close();
    }
  } catch {
    // A stick pulled out, a name that is gone, no right to read: to the officer it is one thing.
    return fail({ kind: 'file-unreadable' });
  }
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

/** The new name is only safe once the folder is. Windows cannot open a folder; it needs no sync. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems of sticks have no folder sync; the file itself is safe by then.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
