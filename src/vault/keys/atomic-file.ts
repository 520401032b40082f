import {
  chmodSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileErrorCode } from '../../shared/storage-failure.ts';

export const PRIVATE_FILE_MODE = 0o600;
export const PRIVATE_FOLDER_MODE = 0o700;

/** Makes a folder that only its owner may enter, or takes it away from others where it exists. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  chmodSync(folder, PRIVATE_FOLDER_MODE);
}

/** A file written and synced beside its target, not yet in its place. */
export interface StagedFile {
  readonly path: string;
  readonly temporaryPath: string;
}

/**
 * Writes and syncs `<path>.tmp` (mode 0600). Everything that can run out of space happens here,
 * before any target is touched. A left-over of an earlier kill is replaced.
 */
export function stageFile(path: string, bytes: Uint8Array): StagedFile {
  const temporaryPath = `${path}.tmp`;
  rmSync(temporaryPath, { force: true, recursive: true });
  // Exclusive: never follows a link that somebody put in the way.
  const descriptor = openSync(temporaryPath, 'wx', PRIVATE_FILE_MODE);
  try {
    fchmodSync(descriptor, PRIVATE_FILE_MODE);
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    rmSync(temporaryPath, { force: true });
    throw error;
  }
  closeSync(descriptor);
  return { path, temporaryPath };
}

/** Puts a staged file in its place and makes that durable: after a crash it is old or new. */
export function commitStaged(staged: StagedFile): void {
  renameSync(staged.temporaryPath, staged.path);
  syncFolder(dirname(staged.path));
}

/** Removes a staged file that will not be used. */
export function dropStaged(staged: StagedFile): void {
  rmSync(staged.temporaryPath, { force: true });
}

/** Replaces one file so that a kill at any moment leaves the old or the new content. */
export function writeFileAtomically(path: string, bytes: Uint8Array): void {
  commitStaged(stageFile(path, bytes));
}

/** Makes a rename or a new name in a folder durable, as far as its file system can. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder for syncing; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some file systems of sticks have no folder sync; the file itself is safe by then.
    if (!['EINVAL', 'ENOTSUP'].includes(fileErrorCode(error) ?? '')) throw error;
  } finally {
    closeSync(descriptor);
  }
}

export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable' };

/** Reads a small regular file; never allocates more than `maxBytes` + 1. */
export function readSmallFile(path: string, maxBytes: number): FileRead {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    return fileErrorCode(error) === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable' };
  }
  try {
    if (!fstatSync(descriptor).isFile()) return { kind: 'unreadable' };
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    while (length < buffer.length) {
      const count = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (count === 0) break;
      length += count;
    }
    if (length > maxBytes) return { kind: 'too-large' };
    return { kind: 'read', bytes: buffer.subarray(0, length) };
  } catch {
    return { kind: 'unreadable' };
  } finally {
    closeSync(descriptor);
  }
}
