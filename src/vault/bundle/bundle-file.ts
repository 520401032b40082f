import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { stageFile, type StagedFile } from '../keys/atomic-file.ts';
import { tooLarge } from './bundle-failure.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

/**
 * Writes a sealed bundle beside its place, to be put there with `commitStaged`. The name it has until
 * then is one that nothing of the officer's can have: what is in the way of a staged file is
 * removed. Only ciphertext may be given here.
 */
export function stageBundleFile(
  path: string,
  ciphertext: Uint8Array,
): Outcome<StagedFile, FailureOf<'no-space' | 'read-only' | 'file-unreadable'>> {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      return fail({ kind: 'file-unreadable' });
    }
    const { temporaryPath } = stageFile(`${path}.${randomBytes(6).toString('hex')}`, ciphertext);
    return ok({ path, temporaryPath });
  } catch (error) {
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
