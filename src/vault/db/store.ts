import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { randomBytes } from 'node:crypto';
import { lstatSync, renameSync, rmSync } from 'node:fs';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { storageFailureOf, type StorageFailure } from './errors.ts';
import { syncFolder } from '../keys/atomic-file.ts';
import { deriveHeadKey, readHead, writeHead, type Head } from './head-file.ts';
import { createHybridClock } from './hlc.ts';
import type { InstanceLock } from './instance-lock.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import {
  createDatabase,
  databasePath,
  openDatabase,
  type DatabaseKey,
  type OpenFailure,
} from './open.ts';
import { orderedIds } from './record-id.ts';
import * as schema from './schema.ts';
import { INTERNALS, type StoreInternals, type WriteStore } from './store-internals.ts';
import { currentHead, secureHead, ZERO_HASH } from './transaction.ts';

export type { ReadStore, WriteStore } from './store-internals.ts';

export interface StoreOptions {
  /** Held by this process; it names the vault's folder. */
  readonly lock: InstanceLock;
  /** Read during the call only; the caller may wipe it afterwards. */
  readonly key: DatabaseKey;
  /** Generation of the keyslots that gave the key. */
  readonly keyslotsGeneration?: number;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs?: () => number;
}

export interface OpenOptions extends StoreOptions {
  /**
   * Opens a database that is older than what was last seen, and takes it for the newest from now
   * on. Only after the officer was told and said so (a backup that was put back).
   */
  readonly acceptOlder?: boolean;
  /** The same for keyslots that are older than the ones last seen with this database. */
  readonly acceptOlderKeys?: boolean;
}

const NODE_KEY = 'node-id';
const GENERATION_KEY = 'keyslots-generation';

/**
 * Makes the database of a new vault and opens it. It is built beside its place and moved there
 * when whole, so a kill leaves no half-made vault. Fails with `vault-exists` where there is a file,
 * whatever is in it.
 */
export function createStore(
  options: StoreOptions,
): Outcome<WriteStore, FailureOf<'vault-exists'> | OpenFailure> {
  const { lock, key, nowMs = Date.now } = options;
  assertHeld(lock);
  const path = databasePath(lock.folder);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    return fail({ kind: 'vault-exists' });
  }
  const unfinished = `${path}.new`;
  const headKey = deriveHeadKey(key);
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      rmSync(`${unfinished}${suffix}`, { force: true });
    }
    const database = createDatabase(unfinished, key);
    try {
      const migrated = migrate(database, MIGRATIONS, nowMs);
      if (!migrated.ok) return migrated;
      writeNodeId(database);
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
    const { keyslotsGeneration = 0 } = options;
    writeHead(lock.folder, headKey, {
      sequence: 0,
      hash: ZERO_HASH,
      hlc: null,
      keyslotsGeneration,
    });
    renameSync(unfinished, path);
    syncFolder(lock.folder);
  } catch (error) {
    return failedWith(error);
  } finally {
    headKey.fill(0);
  }
  return openStore(options);
}

/**
 * Opens the database of a vault; never makes one. See `openDatabase` for how damage, emptiness and
 * strange files are told apart, `migrate` for `from-the-future`. `rolled-back` where the database
 * does not hold what the head files say was last committed; `lastSeenSequence` is -1 where the
 * head files are gone or not authentic, which is refused in the same way. `keyslots-older` where
 * the keyslots are older than those last seen: a passphrase that was given up would open the vault.
 */
export function openStore(options: OpenOptions): Outcome<WriteStore, OpenFailure> {
  const { lock, key, nowMs = Date.now, keyslotsGeneration = 0 } = options;
  assertHeld(lock);
  const opened = openDatabase(databasePath(lock.folder), key);
  if (!opened.ok) return opened;
  const database = opened.value;
  const headKey = deriveHeadKey(key);
  try {
    const migrated = migrate(database, MIGRATIONS, nowMs);
    const head = readHead(lock.folder, headKey);
    const behind = migrated.ok ? compareWithHead(database, head) : null;
    const failure = migrated.ok
      ? ((options.acceptOlder === true ? null : behind) ??
        (options.acceptOlderKeys === true ? null : olderKeys(database, head, keyslotsGeneration)))
      : migrated.failure;
    if (failure !== null) {
      database.close();
      headKey.fill(0);
      return fail(failure);
    }
    // The same node id after going back would give out time stamps a second time.
    if (behind !== null) writeNodeId(database);
    const internals: StoreInternals = {
      folder: lock.folder,
      database,
      orm: drizzle(database, { schema }),
      clock: createHybridClock({
        nodeId: readNodeId(database),
        nowMs,
        last: latest(lastStamp(database), head?.hlc ?? null),
      }),
      nowMs,
      nextRecordId: orderedIds(nowMs),
      headKey,
      statements: new Map(),
      keyslotsGeneration,
      headIsBehind: false,
    };
    if (keptGeneration(database) !== keyslotsGeneration) keepGeneration(internals);
    const now = currentHead(internals);
    if (
      head?.sequence !== now.sequence ||
      head.hash !== now.hash ||
      head.keyslotsGeneration !== keyslotsGeneration
    ) {
      secureHead(internals);
    }
    return ok(handleOf(internals));
  } catch (error) {
    database.close();
    headKey.fill(0);
    return failedWith(error);
  }
}

/**
 * Notes that the keyslots were written anew, in the database and in the head files: each alone,
 * put back together with an older pair of keyslots, is told on by the other.
 */
export function noteKeyslotsGeneration(store: WriteStore, generation: number): void {
  const internals = store[INTERNALS];
  internals.keyslotsGeneration = generation;
  keepGeneration(internals);
  secureHead(internals);
}

function handleOf(internals: StoreInternals): WriteStore {
  return {
    [INTERNALS]: internals,
    orm: internals.orm,
    writable: true,
    nowMs: internals.nowMs,
    close() {
      if (!internals.database.open) return;
      try {
        if (internals.headIsBehind) secureHead(internals);
        internals.database.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        // Full or read-only: what is committed stays in the write-ahead log until the next open.
        if (storageFailureOf(error) === null) throw error;
      } finally {
        internals.statements.clear();
        internals.database.close();
        internals.headKey.fill(0);
      }
    },
  };
}

function compareWithHead(
  database: Database.Database,
  head: Head | null,
): FailureOf<'rolled-back'> | null {
  const foundSequence = database
    .prepare('SELECT coalesce(max(seq), 0) FROM change_set')
    .pluck()
    .get() as number;
  if (head === null) return { kind: 'rolled-back', lastSeenSequence: -1, foundSequence };
  const hash =
    head.sequence === 0
      ? ZERO_HASH
      : database.prepare('SELECT hash FROM change_set WHERE seq = ?').pluck().get(head.sequence);
  if (hash === head.hash) return null;
  return { kind: 'rolled-back', lastSeenSequence: head.sequence, foundSequence };
}

function olderKeys(
  database: Database.Database,
  head: Head | null,
  foundGeneration: number,
): FailureOf<'keyslots-older'> | null {
  const lastSeen = Math.max(keptGeneration(database), head?.keyslotsGeneration ?? 0);
  return foundGeneration < lastSeen ? { kind: 'keyslots-older' } : null;
}

function keptGeneration(database: Database.Database): number {
  const value = database
    .prepare('SELECT value FROM setting WHERE key = ?')
    .pluck()
    .get(GENERATION_KEY);
  return value === undefined ? 0 : Number(value);
}

function keepGeneration({ database, keyslotsGeneration }: StoreInternals): void {
  database
    .prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
    .run(GENERATION_KEY, String(keyslotsGeneration));
}

function lastStamp(database: Database.Database): string | null {
  return database.prepare('SELECT max(hlc) FROM change_set').pluck().get() as string | null;
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function writeNodeId(database: Database.Database): void {
  database
    .prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
    .run(NODE_KEY, JSON.stringify(randomBytes(8).toString('hex')));
}

function readNodeId(database: Database.Database): string {
  const value = database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(NODE_KEY);
  return JSON.parse(value as string) as string;
}

function assertHeld(lock: InstanceLock): void {
  if (!lock.held) throw new Error('the instance lock is not held');
}

function failedWith(error: unknown): { ok: false; failure: StorageFailure } {
  const failure = storageFailureOf(error);
  if (failure === null) throw error;
  return fail(failure);
}
