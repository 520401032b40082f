import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Dirent,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FailureOf } from '../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../shared/outcome.ts';
import type { StorageFailure } from './db/errors.ts';
import { takeInstanceLock, type InstanceLock } from './db/instance-lock.ts';
import { DATABASE_FILE } from './db/open.ts';
import { makePrivateFolder, PRIVATE_FOLDER_MODE, syncFolder } from './keys/atomic-file.ts';

/** What stands where the vault should be. */
export type FolderState = 'no-vault' | 'vault' | 'database-missing';

/**
 * Looks without a key. Only a folder that is not there, or is empty, is a place for a first run:
 * anything else in it is a vault, whole or not (measured fact 5 of the security page).
 */
export function folderState(folder: string): FolderState {
  if (entriesOf(folder).length === 0) return 'no-vault';
  return existsSync(join(folder, DATABASE_FILE)) ? 'vault' : 'database-missing';
}

/**
 * Makes the folder a new vault is built in, beside its place (docs/decisions/0002), and takes its
 * lock. Folders of earlier tries that never got their name are removed, as they were never a
 * vault; one that is locked is being made by another process at this moment, and is left alone.
 */
export function beginVaultFolder(folder: string): Outcome<InstanceLock, StorageFailure> {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  const prefix = unfinishedPrefix(folder);
  for (const entry of entriesOf(parent)) {
    if (entry.isDirectory() && entry.name.startsWith(prefix)) {
      removeLeftOver(join(parent, entry.name));
    }
  }
  const unfinished = join(parent, `${prefix}${randomBytes(8).toString('hex')}`);
  makePrivateFolder(unfinished);
  return takeInstanceLock(unfinished);
}

/** Gives the finished folder its name. Fails where another vault was there first. */
export function finishVaultFolder(
  unfinished: string,
  folder: string,
): Outcome<null, FailureOf<'vault-exists'>> {
  // An empty folder in the place gives way; one that is not empty stays, and so does the new one.
  if (existsSync(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return fail({ kind: 'vault-exists' });
    }
  }
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (folderState(folder) !== 'no-vault') return fail({ kind: 'vault-exists' });
    throw error;
  }
  syncFolder(dirname(folder));
  return ok(null);
}

function removeLeftOver(folder: string): void {
  const lock = takeInstanceLock(folder);
  if (!lock.ok) return;
  lock.value.release();
  rmSync(folder, { recursive: true, force: true });
}

function unfinishedPrefix(folder: string): string {
  return `${basename(folder)}.new-`;
}

function entriesOf(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
