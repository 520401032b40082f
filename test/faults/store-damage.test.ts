import Database from 'better-sqlite3';
import SqlCipher from '@signalapp/sqlcipher';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { lastSequence } from '../../src/vault/db/history.ts';
import { databasePath } from '../../src/vault/db/open.ts';
import { checkPages, PAGE_SIZE, type DatabaseKey } from '../../src/vault/db/page-check.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import {
  contactNamed,
  context,
  makeFixture,
  type Fixture,
} from '../unit/vault/db/store-fixture.ts';

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
  if (!outcome.ok) return outcome.failure.kind;
  outcome.value.close();
  return 'opened';
}

function save(store: WriteStore, name: string): void {
  writeChangeSet(store, context('create'), (w) => w.create('contact', contactNamed(name)));
}

/** A closed vault with pages in use and free pages. */
function makeWithFreePages(): Buffer {
  const store = fixture.create();
  for (let i = 0; i < 5; i++) save(store, `Person ${String(i)}`);
  const { database } = store[INTERNALS];
  database.exec('CREATE TABLE filler (x BLOB)');
  const insert = database.prepare('INSERT INTO filler VALUES (?)');
  for (let i = 0; i < 40; i++) insert.run(randomBytes(3000));
  database.exec('DROP TABLE filler');
  expect(database.pragma('freelist_count', { simple: true })).toBeGreaterThan(30);
  store.close();
  return readFileSync(path);
}

/** A connection beside the store that keeps it from emptying its write-ahead log. */
function openReader(key: DatabaseKey): Database.Database {
  const reader = new Database(path, { fileMustExist: true });
  reader.pragma("cipher = 'sqlcipher'");
  reader.pragma('legacy = 4');
  reader.pragma(`key = "x'${key.dataKey.toString('hex')}${key.salt.toString('hex')}'"`);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM change_set').get();
  return reader;
}

describe('damage to the database file', () => {
  it('of one bit is found wherever it is, free pages included', () => {
    const bytes = makeWithFreePages();
    const pages = bytes.length / PAGE_SIZE;
    for (let page = 0; page < pages; page++) {
      for (const offset of [0, 17, 100, 1024, 2048, 4015, 4016, 4095]) {
        const damaged = Buffer.from(bytes);
        const at = page * PAGE_SIZE + offset;
        damaged[at] = (damaged[at] ?? 0) ^ (1 << ((page + offset) % 8));
        writeFileSync(path, damaged);
        expect([page, offset, kindOf(fixture.open())]).toEqual([page, offset, 'damaged']);
      }
    }
    writeFileSync(path, bytes);
    expect(kindOf(fixture.open())).toBe('opened');
  });

  it('by a write torn half-way through any page is found', () => {
    const bytes = makeWithFreePages();
    for (let page = 0; page < bytes.length / PAGE_SIZE; page++) {
      for (const half of [0, PAGE_SIZE / 2]) {
        const torn = Buffer.from(bytes);
        randomBytes(PAGE_SIZE / 2).copy(torn, page * PAGE_SIZE + half);
        writeFileSync(path, torn);
        expect([page, half, kindOf(fixture.open())]).toEqual([page, half, 'damaged']);
      }
    }
  });

  it('by losing pages at its end is found, however many', () => {
    const bytes = makeWithFreePages();
    for (let pages = bytes.length / PAGE_SIZE - 1; pages >= 0; pages -= 3) {
      writeFileSync(path, bytes.subarray(0, pages * PAGE_SIZE));
      const expected = pages === 0 ? 'empty-file' : 'damaged';
      expect([pages, kindOf(fixture.open())]).toEqual([pages, expected]);
    }
  });

  it('never changes the file that could not be opened', () => {
    const bytes = makeWithFreePages();
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(kindOf(fixture.open())).toBe('damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is found by our check of every page exactly where stock SQLCipher finds it', () => {
    const bytes = makeWithFreePages();
    const key = `${fixture.key.dataKey.toString('hex')}${fixture.key.salt.toString('hex')}`;
    for (const page of [2, 7, bytes.length / PAGE_SIZE]) {
      const damaged = Buffer.from(bytes);
      const at = (page - 1) * PAGE_SIZE + 50;
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      expect(checkPages(path, fixture.key)).toEqual({ kind: 'bad-page', page, anyOurs: true });
      const other = new SqlCipher(path);
      other.pragma(`key = "x'${key}'"`);
      const found = other.pragma('cipher_integrity_check');
      expect(JSON.stringify(found)).toContain(`for page ${String(page)}`);
      other.close();
    }
  });
});

describe('damage to the write-ahead log', () => {
  it('in any frame loses no save unnoticed', () => {
    const store = fixture.create();
    save(store, 'A');
    const reader = openReader(fixture.key);
    save(store, 'B');
    save(store, 'C');
    const kept = { main: readFileSync(path), wal: readFileSync(`${path}-wal`) };
    expect(kept.wal.length).toBeGreaterThan(2 * PAGE_SIZE);
    reader.close();
    store.close();

    const putBack = (wal: Buffer): void => {
      rmSync(`${path}-shm`, { force: true });
      writeFileSync(path, kept.main);
      writeFileSync(`${path}-wal`, wal);
    };
    putBack(kept.wal);
    const whole = fixture.reopen();
    expect(lastSequence(whole)).toBe(3);
    whole.close();

    const frame = PAGE_SIZE + 24;
    for (let at = 40; at < kept.wal.length; at += frame) {
      const damaged = Buffer.from(kept.wal);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      putBack(damaged);
      expect([at, kindOf(fixture.open())]).toEqual([at, 'rolled-back']);
    }
    for (const length of [0, 32, 32 + frame, kept.wal.length - 1]) {
      putBack(kept.wal.subarray(0, length));
      expect([length, kindOf(fixture.open())]).toEqual([length, 'rolled-back']);
    }
  });

  it('has nothing to work on once a save was acknowledged', () => {
    const store = fixture.create();
    save(store, 'A');
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(readFileSync(`${path}-wal`).length).toBe(0);
  });
});
