import SqlCipher from '@signalapp/sqlcipher';
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { databasePath, firstWrongSetting, SETTINGS } from '../../../../src/vault/db/open.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import { createStore } from '../../../../src/vault/db/store.ts';
import { contactNamed, context, makeFixture, testId, type Fixture } from './store-fixture.ts';

let fixture: Fixture;
let path: string;
beforeEach(() => {
  fixture = makeFixture();
  path = databasePath(fixture.folder);
});
afterEach(() => {
  fixture.dispose();
});

function kindOf(outcome: ReturnType<Fixture['open']>): string {
  return outcome.ok ? 'opened' : outcome.failure.kind;
}

/** A vault with a contact in it, closed. */
function makeClosed(): Buffer {
  const store = fixture.create();
  writeChangeSet(store, context('create'), (w) => w.create('contact', contactNamed('Amina')));
  store.close();
  return readFileSync(path);
}

describe('settings', () => {
  it('are all as they must be on the first open and on the second', () => {
    const expected = Object.fromEntries(SETTINGS.map(({ name, expected: value }) => [name, value]));
    const read = (store: ReturnType<Fixture['create']>): Record<string, unknown> => {
      const { database } = store[INTERNALS];
      expect(firstWrongSetting(database)).toBeNull();
      return Object.fromEntries(
        SETTINGS.map(({ name }) => {
          const [row] = database.pragma(name) as Record<string, unknown>[];
          return [name, Object.values(row ?? {})[0]];
        }),
      );
    };
    const first = fixture.create();
    expect(read(first)).toEqual(expected);
    first.close();
    expect(read(fixture.reopen())).toEqual(expected);
  });

  it('that are not taken are noticed', () => {
    const store = fixture.create();
    const { database } = store[INTERNALS];
    database.pragma('synchronous = NORMAL');
    expect(firstWrongSetting(database)).toBe('synchronous');
  });

  it('leave nothing in the folder readable or writable by others', () => {
    makeClosed();
    const modes = ['vault.db', 'lock', 'head.a', 'head.b'].map(
      (name) => statSync(join(fixture.folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  });
});

describe('the file', () => {
  it('is a SQLCipher 4 database that stock SQLCipher opens and finds intact', () => {
    makeClosed();
    const other = new SqlCipher(path);
    const key = `${fixture.key.dataKey.toString('hex')}${fixture.key.salt.toString('hex')}`;
    other.pragma(`key = "x'${key}'"`);
    expect(other.pragma('cipher_integrity_check')).toEqual([]);
    // That check exists here, unlike in the driver: an empty answer means something.
    expect(other.pragma('cipher_version', { simple: true })).toMatch(/^4\./u);
    expect(other.prepare('SELECT count(*) AS n FROM contact').get()).toEqual({ n: 1 });
    other.close();
  });

  it('is made of pages of 4096 bytes and starts with the salt', () => {
    const bytes = makeClosed();
    expect(bytes.length % 4096).toBe(0);
    expect(bytes.subarray(0, 16)).toEqual(fixture.key.salt);
  });

  it('is never made by opening, and never made over another', () => {
    expect(kindOf(fixture.open())).toBe('empty-file');
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
    writeFileSync(path, '');
    const made = createStore({ lock: fixture.lock, key: fixture.key });
    expect(made).toEqual({ ok: false, failure: { kind: 'vault-exists' } });
    expect(statSync(path).size).toBe(0);
  });

  it('is not half made where making it was interrupted', () => {
    writeFileSync(`${path}.new`, randomBytes(8192));
    writeFileSync(`${path}.new-wal`, randomBytes(100));
    const store = fixture.create();
    store.close();
    expect(kindOf(fixture.open())).toBe('opened');
  });
});

describe('opening what is not a whole vault', () => {
  it.each([0, 1, 100, 4095])('calls a file of %i bytes empty', (size) => {
    makeClosed();
    truncateSync(path, size);
    expect(kindOf(fixture.open())).toBe('empty-file');
    expect(statSync(path).size).toBe(size);
  });

  it('calls a missing file empty, for keyslots say that there was one', () => {
    makeClosed();
    rmSync(path);
    expect(kindOf(fixture.open())).toBe('empty-file');
  });

  it('calls a plain SQLite file foreign', () => {
    const plain = new Database(path);
    plain.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    plain.close();
    expect(kindOf(fixture.open())).toBe('foreign-file');
  });

  it('calls a file of random bytes foreign', () => {
    writeFileSync(path, randomBytes(40_960));
    expect(kindOf(fixture.open())).toBe('foreign-file');
  });

  it('calls the database of another vault foreign', () => {
    const other = makeFixture();
    other.create().close();
    makeClosed();
    writeFileSync(path, readFileSync(databasePath(other.folder)));
    other.dispose();
    expect(kindOf(fixture.open())).toBe('foreign-file');
  });

  it('calls our file damaged even where the first page or the salt is destroyed', () => {
    const bytes = makeClosed();
    for (const [from, to] of [
      [0, 16],
      [0, 4096],
      [16, 4096],
    ] as const) {
      const torn = Buffer.from(bytes);
      randomBytes(to - from).copy(torn, from);
      writeFileSync(path, torn);
      expect(kindOf(fixture.open())).toBe('damaged');
    }
  });

  it('calls a file cut in the middle of a page, or by whole pages, damaged', () => {
    const bytes = makeClosed();
    writeFileSync(path, bytes.subarray(0, bytes.length - 1000));
    expect(kindOf(fixture.open())).toBe('damaged');
    writeFileSync(path, bytes.subarray(0, bytes.length - 8192));
    expect(['damaged', 'rolled-back']).toContain(kindOf(fixture.open()));
  });

  it('calls a schema that this program does not know from the future', () => {
    const store = fixture.create();
    store[INTERNALS].database.pragma('user_version = 999');
    store.close();
    expect(kindOf(fixture.open())).toBe('from-the-future');
  });

  it('leaves the lock of an opened store alone when opening fails', () => {
    makeClosed();
    truncateSync(path, 0);
    expect(kindOf(fixture.open())).toBe('empty-file');
    expect(fixture.lock.held).toBe(true);
  });
});

describe('closing', () => {
  it('leaves no write-ahead log, and may be asked for twice', () => {
    const store = fixture.create();
    writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('Amina'), testId(5)),
    );
    store.close();
    store.close();
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined();
  });
});
