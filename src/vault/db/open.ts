import Database from 'better-sqlite3';
import { accessSync, closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { PRIVATE_FILE_MODE } from '../keys/atomic-file.ts';
import { storageFailureOf, type StorageFailure } from './errors.ts';
import { checkPages, PAGE_SIZE, SALT_SIZE, type DatabaseKey } from './page-check.ts';

export type { DatabaseKey } from './page-check.ts';

/** Name of the database file in the vault's folder. */
export const DATABASE_FILE = 'vault.db';

/**
 * Files up to this size have every page authenticated on each open (about a second at most).
 * Beyond it, damage is found when the page is read.
 */
export const FULL_CHECK_MAX_BYTES = 128 * 1024 * 1024;

/** How long a statement waits for another handle of this process (backup, a test), in ms. */
const BUSY_TIMEOUT_MS = 2_000;

export type OpenFailure =
  | FailureOf<'empty-file' | 'foreign-file' | 'from-the-future' | 'rolled-back' | 'keyslots-older'>
  | StorageFailure;

/** A setting that the driver did not take: it must not be served with. A fault, not a failure. */
export class SettingRefused extends Error {
  constructor(setting: string) {
    super(`database setting not taken: ${setting}`);
    this.name = 'SettingRefused';
  }
}

/** Where the database of a vault folder is. */
export function databasePath(folder: string): string {
  return join(folder, DATABASE_FILE);
}

/**
 * Makes a new, empty database file (mode 0600) and opens it. Throws where the file exists: the
 * caller holds the instance lock and has looked.
 */
export function createDatabase(path: string, key: DatabaseKey): Database.Database {
  closeSync(openSync(path, 'wx', PRIVATE_FILE_MODE));
  const database = openWithKey(path, key);
  try {
    applySettings(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens an existing database; never makes one (measured fact 5: an empty file would pass for a
 * first run). What is wrong with a file is told apart so:
 *
 * - `empty-file`: missing, or shorter than one page. Only asked where keyslots exist.
 * - `foreign-file`: a plain SQLite file, or not one page of it was written with this key and salt.
 * - `damaged`: at least one page was, or the salt is ours, and something else does not authenticate.
 *
 * A file of one page with both its salt and its content altered is the one case where `damaged`
 * is called `foreign-file`; a vault has dozens of pages from its first day.
 */
export function openDatabase(
  path: string,
  key: DatabaseKey,
): Outcome<Database.Database, OpenFailure> {
  const looked = lookAt(path);
  if (!looked.ok) return looked;
  try {
    // With commits waiting in the write-ahead log the file itself may be half-way through a
    // checkpoint; SQLite finishes that first.
    if (sizeOf(`${path}-wal`) > 0) finishCheckpoint(path, key);
    const checked = checkFile(path, key);
    if (!checked.ok) return checked;
    const database = openWithKey(path, key);
    try {
      applySettings(database);
      return ok(database);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    const failure = storageFailureOf(error);
    if (failure === null) throw error;
    return fail(failure.kind === 'damaged' ? notOpened(path, key) : failure);
  }
}

/** The settings of every open and what each must read back as (measured facts 1, 3 and 4). */
export const SETTINGS = [
  { name: 'cipher', value: null, expected: 'sqlcipher' },
  { name: 'legacy', value: null, expected: '4' },
  { name: 'hmac_use', value: null, expected: '1' },
  { name: 'legacy_page_size', value: null, expected: '4096' },
  { name: 'page_size', value: null, expected: 4096 },
  { name: 'temp_store', value: 'MEMORY', expected: 2 },
  { name: 'secure_delete', value: 'ON', expected: 1 },
  { name: 'journal_mode', value: 'WAL', expected: 'wal' },
  { name: 'synchronous', value: 'FULL', expected: 2 },
  { name: 'foreign_keys', value: 'ON', expected: 1 },
  { name: 'trusted_schema', value: 'OFF', expected: 0 },
  { name: 'cell_size_check', value: 'ON', expected: 1 },
  { name: 'recursive_triggers', value: 'OFF', expected: 0 },
  { name: 'mmap_size', value: '0', expected: 0 },
  // 32 MiB of decrypted pages: with SQLite's 2 MB a list of 10k contacts decrypts the same pages
  // again each time. They leave memory with the process.
  { name: 'cache_size', value: '-32768', expected: -32768 },
  { name: 'query_only', value: 'OFF', expected: 0 },
] as const;

/** Compares every setting of a handle with what it must be; gives the first that differs. */
export function firstWrongSetting(database: Database.Database): string | null {
  const wrong = SETTINGS.find(({ name, expected }) => readSetting(database, name) !== expected);
  return wrong?.name ?? null;
}

/** What the driver has beyond better-sqlite3, whose types it is used with. */
interface Keyed {
  key(key: Buffer): number;
}

function openWithKey(path: string, key: DatabaseKey): Database.Database {
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  // A Buffer, so that the key is never part of an SQL text, an error or an interned string.
  const keyText = rawKeyText(key);
  try {
    // The driver's own default is another cipher: chosen before the key is given (fact 1).
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    (database as Database.Database & Keyed).key(keyText);
    return database;
  } catch (error) {
    database.close();
    throw error;
  } finally {
    keyText.fill(0);
  }
}

function applySettings(database: Database.Database): void {
  // Read first: a wrong key must show as such, not as a setting that was not taken.
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  for (const { name, value } of SETTINGS) {
    if (value !== null) database.pragma(`${name} = ${value}`);
  }
  const wrong = firstWrongSetting(database);
  if (wrong !== null) throw new SettingRefused(wrong);
}

/** Some cipher settings come back under a name other than their own: the only value counts. */
function readSetting(database: Database.Database, name: string): unknown {
  const rows = database.pragma(name) as readonly Record<string, unknown>[];
  const row = rows[0];
  return row === undefined ? undefined : Object.values(row)[0];
}

const HEX = Buffer.from('0123456789abcdef', 'latin1');

/** `x'<64 hex of the key><32 hex of the salt>'`, SQLCipher's form of a raw key. */
function rawKeyText(key: DatabaseKey): Buffer {
  if (key.dataKey.length !== 32 || key.salt.length !== SALT_SIZE) {
    throw new TypeError('database key has the wrong length');
  }
  const text = Buffer.alloc(99);
  text.write("x'", 0, 'latin1');
  let at = 2;
  for (const part of [key.dataKey, key.salt]) {
    for (const byte of part) {
      text[at++] = HEX[byte >> 4] ?? 0;
      text[at++] = HEX[byte & 15] ?? 0;
    }
  }
  text.write("'", 98, 'latin1');
  return text;
}

function lookAt(path: string): Outcome<null, OpenFailure> {
  const size = sizeOf(path);
  if (size < PAGE_SIZE) return fail({ kind: 'empty-file' });
  if (readStart(path).toString('latin1') === 'SQLite format 3\0') {
    return fail({ kind: 'foreign-file' });
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
  } catch {
    return fail({ kind: 'read-only' });
  }
  return ok(null);
}

function checkFile(path: string, key: DatabaseKey): Outcome<null, OpenFailure> {
  if (sizeOf(path) > FULL_CHECK_MAX_BYTES) return ok(null);
  const check = checkPages(path, key);
  return check.kind === 'intact' ? ok(null) : fail(nameDamage(check, path, key));
}

function notOpened(path: string, key: DatabaseKey): OpenFailure {
  if (sizeOf(path) < PAGE_SIZE) return { kind: 'empty-file' };
  return nameDamage(checkPages(path, key), path, key);
}

function nameDamage(
  check: ReturnType<typeof checkPages>,
  path: string,
  key: DatabaseKey,
): OpenFailure {
  if (check.kind === 'bad-page' && check.anyOurs) return { kind: 'damaged' };
  if (check.kind === 'intact') return { kind: 'damaged' };
  return { kind: readStart(path).equals(key.salt) ? 'damaged' : 'foreign-file' };
}

function finishCheckpoint(path: string, key: DatabaseKey): void {
  const database = openWithKey(path, key);
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

function readStart(path: string): Buffer {
  const start = Buffer.alloc(SALT_SIZE);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, start, 0, SALT_SIZE, 0);
  } finally {
    closeSync(descriptor);
  }
  return start;
}

/** 0 where there is no such file. A link in the file's place counts as no file. */
function sizeOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : 0;
}
