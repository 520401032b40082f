import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { HybridClock } from './hlc.ts';
import type * as schema from './schema.ts';

/** Key under which a store keeps what only the files of this folder may touch. */
export const INTERNALS = Symbol('store internals');

export type Orm = BetterSQLite3Database<typeof schema>;
/** Drizzle's reading half. */
export type ReadOrm = Pick<
  Orm,
  'select' | 'selectDistinct' | 'query' | '$count' | 'get' | 'all' | 'values'
>;

export interface StoreInternals {
  readonly folder: string;
  readonly database: Database.Database;
  readonly orm: Orm;
  readonly clock: HybridClock;
  readonly nowMs: () => number;
  /** Record identifiers, each greater than the one before for as long as the store is open. */
  readonly nextRecordId: () => string;
  readonly headKey: Buffer;
  /** Prepared statements by their text. */
  readonly statements: Map<string, Database.Statement>;
  /** Of the keyslots that opened this store; goes into the head files. */
  keyslotsGeneration: number;
  /** The chain has grown since the head files were written. */
  headIsBehind: boolean;
}

/** A handle that can only read. */
export interface ReadStore {
  readonly orm: ReadOrm;
  readonly [INTERNALS]: StoreInternals;
}

/** A handle that can also write, through the functions of this folder. */
export interface WriteStore extends ReadStore {
  readonly writable: true;
  /** Milliseconds since 1970 by the store's clock. */
  readonly nowMs: () => number;
  /** Checkpoints, closes, forgets the head key. Idempotent. The instance lock stays with its taker. */
  close(): void;
}

/** The prepared statement of this text, prepared once per store. */
export function prepared<Row = unknown>(
  internals: StoreInternals,
  text: string,
): Database.Statement<unknown[], Row> {
  let statement = internals.statements.get(text);
  if (statement === undefined) {
    statement = internals.database.prepare(text);
    internals.statements.set(text, statement);
  }
  return statement as Database.Statement<unknown[], Row>;
}
