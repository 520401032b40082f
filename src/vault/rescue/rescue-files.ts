import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_FILES } from '../db/head-file.ts';
import { DATABASE_FILE } from '../db/open.ts';
import { PRIVATE_FOLDER_MODE, syncFolder } from '../keys/atomic-file.ts';

/** Beside the damaged database, in the vault's folder: what is made of it until it is kept. */
const RESCUE_FOLDER = 'rescue';
const DAMAGED = `${DATABASE_FILE}.damaged-`;

/** An empty folder to rescue into. What an earlier rescue left there, not kept, goes. */
export function beginRescueFolder(vaultFolder: string): string {
  dropRescued(vaultFolder);
  const folder = join(vaultFolder, RESCUE_FOLDER);
  mkdirSync(folder, { mode: PRIVATE_FOLDER_MODE });
  return folder;
}

export function dropRescued(vaultFolder: string): void {
  rmSync(join(vaultFolder, RESCUE_FOLDER), { recursive: true, force: true });
}

/**
 * Puts the rescued database in the place of the damaged one, which is kept whole under a new name;
 * gives that name. The write-ahead log goes first: beside another database it would be played into
 * it. A stop between any two steps is taken up by `finishKeeping`.
 */
export function keepRescued(vaultFolder: string, now: Date): string {
  const damaged = `${DAMAGED}${now.toISOString().replaceAll(/[-:]|\.\d+/gu, '')}`;
  for (const suffix of ['-wal', '-shm', '']) {
    const from = join(vaultFolder, `${DATABASE_FILE}${suffix}`);
    if (existsSync(from)) renameSync(from, join(vaultFolder, `${damaged}${suffix}`));
  }
  finishKeeping(vaultFolder);
  return damaged;
}

/** Whether the damaged database was put aside, and not all of the rescued one is in its place. */
export function isKeepingHalfDone(vaultFolder: string): boolean {
  const rescued = join(vaultFolder, RESCUE_FOLDER);
  if (!existsSync(rescued)) return false;
  const isThere = existsSync(join(vaultFolder, DATABASE_FILE));
  if (isThere) return !existsSync(join(rescued, DATABASE_FILE));
  return readdirSync(vaultFolder).some((name) => name.startsWith(DAMAGED));
}

/** Ends what was begun when the damaged database was put aside. */
export function finishKeeping(vaultFolder: string): void {
  const rescued = join(vaultFolder, RESCUE_FOLDER);
  for (const name of [DATABASE_FILE, ...HEAD_FILES]) {
    const from = join(rescued, name);
    if (existsSync(from)) renameSync(from, join(vaultFolder, name));
  }
  syncFolder(vaultFolder);
  dropRescued(vaultFolder);
}
