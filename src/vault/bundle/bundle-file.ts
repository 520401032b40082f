import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailure } from '../../shared/storage-failure.ts';
import { PRIVATE_FILE_MODE, type StagedFile } from '../keys/atomic-file.ts';
import { tooLarge } from './bundle-failure.ts';
import { SourceGone, type ByteSource } from './byte-source.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

export type StageFailure = FailureOf<'no-space' | 'read-only' | 'file-unreadable'>;
export type Staged<Value> = { readonly file: StagedFile; readonly value: Value };

/**
 * Lets `fill` write a sealed bundle beside its place and syncs it, to be put there with
 * `commitStaged`. The name it has until then is one that nothing of the officer's can have. Where
 * `fill` fails or throws, nothing is left of it. Only ciphertext may be written here.
 */
export async function stageBundleFile<Value, Failure>(
  path: string,
  fill: (write: (part: Uint8Array) => Promise<void>) => Promise<Outcome<Value, Failure>>,
): Promise<Outcome<Staged<Value>, Failure | StageFailure>> {
  const temporaryPath = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  let file: FileHandle;
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      return fail({ kind: 'file-unreadable' });
    }
    // Exclusive: never follows a link that somebody put in the way.
    file = await open(temporaryPath, 'wx', PRIVATE_FILE_MODE);
  } catch (error) {
    return fail(storageFailure(error) ?? { kind: 'file-unreadable' });
  }
  let isWhole = false;
  try {
    await inStorage(() => file.chmod(PRIVATE_FILE_MODE));
    const filled = await fill((part) => inStorage(() => writeWhole(file, part)));
    if (!filled.ok) return filled;
    await inStorage(() => file.sync());
    isWhole = true;
    return ok({ file: { path, temporaryPath }, value: filled.value });
  } catch (error) {
    if (error instanceof NotStored) return fail(error.failure);
    throw error;
  } finally {
    await file.close();
    if (!isWhole) await rm(temporaryPath, { force: true });
  }
}

/** What storage refused, on its way through whoever was writing. */
class NotStored extends Error {
  readonly failure: StageFailure;

  constructor(cause: unknown) {
    super('a bundle could not be stored', { cause });
    this.failure = storageFailure(cause) ?? { kind: 'file-unreadable' };
  }
}

async function inStorage(use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } catch (error) {
    throw new NotStored(error);
  }
}

async function writeWhole(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let at = 0; at < part.length;) {
    const { bytesWritten } = await file.write(part, at);
    at += bytesWritten;
  }
}

/** A bundle file that is read where it lies. */
export interface BundleFile extends ByteSource {
  /** Lets the stick go. Only `readSync` works after this: it opens the file anew. */
  close(): Promise<void>;
}

/** Opens a bundle file, having looked at its size. Reads nothing yet. */
export async function openBundleFile(
  path: string,
  limits: BundleLimits = BUNDLE_LIMITS,
): Promise<Outcome<BundleFile, FailureOf<'file-unreadable' | 'bundle-too-large'>>> {
  try {
    const file = await open(path, 'r');
    const status = await file.stat();
    if (status.isFile() && status.size <= limits.fileBytes) {
      return ok(bundleFileOf(path, file, status.size));
    }
    await file.close();
    return status.isFile() ? tooLarge('file') : fail({ kind: 'file-unreadable' });
  } catch {
    // A stick pulled out, a name that is gone, no right to read: to the officer it is one thing.
    return fail({ kind: 'file-unreadable' });
  }
}

function bundleFileOf(path: string, file: FileHandle, size: number): BundleFile {
  return {
    size,
    async read(into, at) {
      for (let filled = 0; filled < into.length;) {
        const { bytesRead } = await file
          .read(into, filled, into.length - filled, at + filled)
          .catch(gone);
        if (bytesRead === 0) throw new SourceGone();
        filled += bytesRead;
      }
    },
    readSync(into, at) {
      let descriptor: number;
      try {
        descriptor = openSync(path, 'r');
      } catch {
        throw new SourceGone();
      }
      try {
        for (let filled = 0; filled < into.length;) {
          const count = readSync(descriptor, into, filled, into.length - filled, at + filled);
          if (count === 0) throw new SourceGone();
          filled += count;
        }
      } catch {
        throw new SourceGone();
      } finally {
        closeSync(descriptor);
      }
    },
    close: () => file.close(),
  };
}

function gone(): never {
  throw new SourceGone();
}
