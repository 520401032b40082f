import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { copyFileSync } from 'node:fs';
import { createHybridClock } from '../../src/vault/db/hlc.ts';
import { databasePath } from '../../src/vault/db/open.ts';
import { orderedIds } from '../../src/vault/db/record-id.ts';
import * as schema from '../../src/vault/db/schema.ts';
import { INTERNALS, type WriteStore } from '../../src/vault/db/store-internals.ts';
import type { FilledVault } from './filled-vault.ts';

/** One statement as it was run. */
export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The same data in a plain SQLite file, read by the same driver with its defaults. */
export interface PlainPeer {
  readonly database: Database.Database;
  /** The product's own functions over the plain file. */
  readonly store: WriteStore;
  /** The statements, with their values, that a use of the store ran. */
  record(use: (store: WriteStore) => unknown): Promise<readonly Query[]>;
  close(): void;
}

/**
 * Copies a vault's database, takes the encryption off the copy and opens it with the driver alone.
 * The vault must have been checkpointed.
 */
export function makePlainPeer(vault: FilledVault, path: string): PlainPeer {
  copyFileSync(databasePath(vault.folder), path);
  decrypt(path, vault);
  let heard: Query[] = [];
  const database = openPlain(path);
  // A handle of its own: one that writes down every statement is not the one that is timed.
  const recorder = openPlain(path);
  listenTo(recorder, (query) => heard.push(query));
  const recordingStore = storeOver(recorder, vault.folder);
  return {
    database,
    store: storeOver(database, vault.folder),
    async record(use) {
      heard = [];
      await use(recordingStore);
      return heard;
    },
    close() {
      recorder.close();
      database.close();
    },
  };
}

function openPlain(path: string): Database.Database {
  const database = new Database(path, { fileMustExist: true });
  // Durable as the vault is, so that a save is compared with a save.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

/** Tells of every statement that is run on a handle, with its values. */
function listenTo(database: Database.Database, tell: (query: Query) => void): void {
  const prepare = database.prepare.bind(database);
  database.prepare = ((text: string) => {
    const statement = prepare(text);
    const proxy: Database.Statement = new Proxy(statement, {
      get(target, property) {
        const member: unknown = Reflect.get(target, property, target);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]): unknown => {
          const runs = ['all', 'get', 'run', 'iterate'].includes(String(property));
          if (runs) tell({ text, values });
          const result: unknown = Reflect.apply(member, target, values);
          // `raw` and `pluck` give the statement back.
          return result === target ? proxy : result;
        };
      },
    });
    return proxy;
  }) as typeof database.prepare;
}

function storeOver(database: Database.Database, folder: string): WriteStore {
  const orm = drizzle(database, { schema });
  const nowMs = Date.now;
  const clock = createHybridClock({ nodeId: '0000000000000000', nowMs, last: null });
  return {
    [INTERNALS]: {
      folder,
      database,
      orm,
      clock,
      nowMs,
      nextRecordId: orderedIds(nowMs),
      headKey: Buffer.alloc(32),
      statements: new Map(),
      keyslotsGeneration: 0,
      headIsBehind: false,
    },
    orm,
    writable: true,
    nowMs,
    close: () => undefined,
  };
}

interface Rekeyed extends Database.Database {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

function decrypt(path: string, { key }: FilledVault): void {
  const database = new Database(path, { fileMustExist: true }) as Rekeyed;
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.key(
    Buffer.from(`x'${Buffer.concat([key.dataKey, key.salt]).toString('hex')}'`, 'latin1'),
  );
  database.pragma('journal_mode = DELETE');
  database.rekey(Buffer.alloc(0));
  database.close();
}
