import { storageFailureOf } from './errors.ts';
import { type Head, writeHead } from './head-file.ts';
import { INTERNALS, prepared, type StoreInternals, type WriteStore } from './store-internals.ts';

/** Hash before the first change set. */
export const ZERO_HASH = '0'.repeat(64);

/**
 * Runs `use` in one IMMEDIATE transaction: all of it is kept, or, if it throws, none. Inside
 * another transaction it is a savepoint of that one. After the outermost commit the chain's head
 * is written outside the database; events belong after this call, never inside.
 */
export function transact<T>(store: WriteStore, use: () => T): T {
  const internals = store[INTERNALS];
  const { database } = internals;
  if (database.inTransaction) return database.transaction(use)();
  const value = database.transaction(use).immediate();
  if (internals.headIsBehind) secureHead(internals);
  return value;
}

/** Notes, inside a transaction, that the chain has grown. */
export function noteChainGrew(internals: StoreInternals): void {
  internals.headIsBehind = true;
}

/**
 * Moves the commit from the write-ahead log into the database file, then writes the head files.
 * In that order: a damaged log silently drops its newest commits (measured fact 7), so nothing
 * important stays in it; and a head that is ahead of the database would cry rollback.
 *
 * The commit is durable by now. So where the disk is full here nothing is undone: the head stays
 * behind, which is allowed, and is written with the next commit or at close.
 */
export function secureHead(internals: StoreInternals): void {
  try {
    internals.database.pragma('wal_checkpoint(TRUNCATE)');
    writeHead(internals.folder, internals.headKey, currentHead(internals));
    internals.headIsBehind = false;
  } catch (error) {
    if (storageFailureOf(error) === null) throw error;
  }
}

/** Where the chain in the database stands now. */
export function currentHead(internals: StoreInternals): Head {
  const row = prepared<{ seq: number; hash: string }>(
    internals,
    'SELECT seq, hash FROM change_set ORDER BY seq DESC LIMIT 1',
  ).get();
  return {
    sequence: row?.seq ?? 0,
    hash: row?.hash ?? ZERO_HASH,
    hlc: internals.clock.last(),
    keyslotsGeneration: internals.keyslotsGeneration,
  };
}
