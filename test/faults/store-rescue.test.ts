import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RECORD_TYPES } from '../../src/shared/model/record-type.ts';
import { appendAccess } from '../../src/vault/db/access-log.ts';
import { putBlob, readBlob } from '../../src/vault/db/blobs.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { putDraft } from '../../src/vault/db/drafts.ts';
import { takeInstanceLock, type InstanceLock } from '../../src/vault/db/instance-lock.ts';
import { databasePath } from '../../src/vault/db/open.ts';
import { PAGE_SIZE, type DatabaseKey } from '../../src/vault/db/page-check.ts';
import { iterateFields } from '../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../src/vault/db/replay.ts';
import { putOwnIdentity, putSetting } from '../../src/vault/db/settings.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import { createStore, openStore, type WriteStore } from '../../src/vault/db/store.ts';
import { transact } from '../../src/vault/db/transaction.ts';
import { generateOfficerIdentity, publicKeysOf } from '../../src/vault/keys/officer-identity.ts';
import { openPages } from '../../src/vault/rescue/page-reader.ts';
import type { CellValue } from '../../src/vault/rescue/record-values.ts';
import { keepRescued } from '../../src/vault/rescue/rescue-files.ts';
import { rescue } from '../../src/vault/rescue/rescue.ts';
import { salvage } from '../../src/vault/rescue/salvage.ts';
import { shapesOf, type TableShape } from '../../src/vault/rescue/table-shape.ts';
import {
  consentEvent,
  contactNamed,
  context,
  meetingLog,
  testId,
  valueOf,
} from '../unit/vault/db/store-fixture.ts';

/*
 * A store with every kind of page: tables of one and of several levels, rows that go on over
 * further pages, tables without row ids, indexes, the search index, free pages.
 */

const NOW = new Date('2026-11-24T12:00:00.000Z');
const key: DatabaseKey = { dataKey: randomBytes(32), salt: randomBytes(16) };
const FILE = randomBytes(10_000);

let base: string;
let folder: string;
let healthy: Buffer;
let pages: number;
let shapes: TableShape[];
/** Every row of every table as SQLite gives it. */
let rows: Map<string, string[]>;
let records: Record<string, unknown[]>;
let fileName: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'steady-rescue-'));
  folder = join(base, 'healthy');
  mkdirSync(folder);
  const lock = valueOf(takeInstanceLock(folder));
  const store = valueOf(createStore({ lock, key, nowMs: () => NOW.getTime() }));
  await fill(store);
  const { database } = store[INTERNALS];
  shapes = shapesOf(database);
  rows = new Map(shapes.map((shape) => [shape.table, rowsInSqlite(store, shape)]));
  records = recordsOf(store);
  store.close();
  lock.release();
  healthy = readFileSync(databasePath(folder));
  pages = healthy.length / PAGE_SIZE;
});
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});
beforeEach(() => {
  writeFileSync(databasePath(folder), healthy);
});

async function fill(store: WriteStore): Promise<void> {
  const identity = await generateOfficerIdentity();
  putOwnIdentity(store, { ...identity });
  putSetting(store, 'device', 'laptop-1');
  const keys = await publicKeysOf(identity);
  transact(store, () => {
    writeChangeSet(store, context('set-up'), (w) => {
      w.create(
        'officer',
        {
          ...{ name: 'Officer One', post: 'Post', keys, trust: 'self', note: '', email: null },
          ...{ verifiedHow: null, verifiedOn: null, cardIssuedAt: NOW.toISOString() },
        },
        identity.officerId,
      );
    });
    for (let i = 0; i < 30; i += 1) {
      writeChangeSet(store, context('create'), (w) => {
        const long = `Note ${String(i)} `.repeat(i % 10 === 0 ? 600 : 20);
        const id = w.create('contact', { ...contactNamed(`Person ${String(i)}`), notes: long });
        w.create('consent-event', consentEvent(id));
        const logId = w.create('meeting-log', meetingLog(`Meeting ${String(i)}`, [id]));
        const promise = { meetingLogId: logId, contactId: id, text: `Promise ${String(i)}` };
        w.create('promise', {
          ...{ ...promise, dueOn: '2026-12-01', state: 'open' },
          ...{ settledOn: null, toldThemOn: null },
        });
        w.create('follow-up', {
          ...{ ...promise, dueOn: null, assignedTo: null, state: 'open', settledOn: null },
        });
      });
      appendAccess(store, { kind: 'export', detail: { n: i }, contactIds: [testId(i)] });
    }
    const first = [...iterateFields(store[INTERNALS], 'contact')].slice(0, 10);
    for (const { id } of first) {
      writeChangeSet(store, context('edit'), (w) => w.update('contact', id, { locality: 'Here' }));
    }
    for (const { id } of first.slice(0, 3)) {
      writeChangeSet(store, context('remove'), (w) => w.remove('contact', id));
    }
    putDraft(store, { form: 'contact', key: 'new' }, { name: 'A draft' });
  });
  fileName = putBlob(store, FILE).sha256;
  const { database } = store[INTERNALS];
  database.exec('CREATE TABLE filler (x BLOB)');
  for (let i = 0; i < 12; i += 1) {
    database.prepare('INSERT INTO filler VALUES (?)').run(randomBytes(3000));
  }
  database.exec('DROP TABLE filler');
}

function textOf(row: readonly unknown[]): string {
  return JSON.stringify(
    row.map((cell) =>
      Buffer.isBuffer(cell) ? cell.toString('hex') : typeof cell === 'bigint' ? Number(cell) : cell,
    ),
  );
}

function rowsInSqlite(store: WriteStore, shape: TableShape): string[] {
  const columns = shape.columns.map(({ name }) => `"${name}"`).join(', ');
  const found = store[INTERNALS].database.prepare(`SELECT ${columns} FROM "${shape.table}"`).raw();
  return (found.all() as unknown[][]).map(textOf).sort();
}

function recordsOf(store: WriteStore): Record<string, unknown[]> {
  return Object.fromEntries(
    RECORD_TYPES.map((type) => [type, [...iterateFields(store[INTERNALS], type)]]),
  );
}

/** What is read of the file as it lies there: rows by table, and the pages that each row took. */
function read(): { rows: Map<string, string[]>; pagesOf: Map<string, number[]> } {
  const reader = openPages(databasePath(folder), key);
  const found = new Map<string, string[]>(shapes.map(({ table }) => [table, []]));
  const pagesOf = new Map<string, number[]>();
  let touched: number[] = [];
  const watched = {
    ...reader,
    read(page: number) {
      touched.push(page);
      return reader.read(page);
    },
  };
  let current: number | undefined;
  for (const one of salvage(watched, shapes)) {
    if (one.kind === 'row') {
      const text = textOf(one.row as CellValue[]);
      found.get(one.shape.table)?.push(text);
      pagesOf.set(`${one.shape.table} ${text}`, [...touched.slice(-6), current ?? 0]);
    } else if (one.kind === 'page') {
      current = touched.at(-1);
      touched = touched.slice(-1);
    }
  }
  reader.close();
  for (const list of found.values()) list.sort();
  return { rows: found, pagesOf };
}

function damage(page: number, offset = 2048): void {
  const bytes = Buffer.from(healthy);
  const at = (page - 1) * PAGE_SIZE + offset;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(databasePath(folder), bytes);
}

function lockOf(): InstanceLock {
  return valueOf(takeInstanceLock(folder));
}

/** Rescues, keeps, and opens what was kept. */
async function afterRescue<T>(
  use: (store: WriteStore) => T,
): Promise<{ report: unknown; value: T }> {
  const damaged = readFileSync(databasePath(folder));
  const lock = lockOf();
  try {
    const options = { lock, key, keyslotsGeneration: 0, now: () => NOW };
    const report = valueOf(await rescue({ ...options, onProgress: () => undefined }));
    // Only read, whatever was in it.
    expect(readFileSync(databasePath(folder)).equals(damaged)).toBe(true);
    const name = keepRescued(folder, NOW);
    expect(readFileSync(join(folder, name)).equals(damaged)).toBe(true);
    rmSync(join(folder, name));
    const store = valueOf(openStore({ lock, key, nowMs: () => NOW.getTime() }));
    try {
      return { report, value: use(store) };
    } finally {
      store.close();
    }
  } finally {
    lock.release();
  }
}

describe('reading without SQLite', { timeout: 120_000 }, () => {
  it('gives of a healthy file every row of every table, and no other', () => {
    expect(Object.fromEntries(read().rows)).toEqual(Object.fromEntries(rows));
  });

  it('loses with a page that cannot be read only rows that were on it', () => {
    const whole = read();
    expect(pages).toBeGreaterThan(80);
    const wrong: unknown[] = [];
    for (let page = 1; page <= pages; page += 1) {
      damage(page, [0, 17, 2048, 4015, 4016, 4095][page % 6]);
      const left = read().rows;
      for (const [table, expected] of rows) {
        const found = new Set(left.get(table));
        const lost = expected.filter((row) => !found.has(row));
        const unexplained = lost.filter(
          (row) => whole.pagesOf.get(`${table} ${row}`)?.includes(page) !== true,
        );
        // Nothing is made up either.
        const invented = [...found].filter((row) => !expected.includes(row));
        if (unexplained.length + invented.length > 0) {
          wrong.push([page, table, unexplained.length, invented.length]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

// Each makes whole databases: slow where others keep the disk busy.
describe('a rescue', { timeout: 240_000 }, () => {
  it('of a file with one bad page loses no record, wherever the page is', async () => {
    // A sample, since every page costs a whole new database.
    const wrong: unknown[] = [];
    for (let page = 5; page <= pages; page += 13) {
      damage(page);
      const { value } = await afterRescue((store) => ({
        records: recordsOf(store),
        difference: firstDifferenceFromLog(store),
      }));
      const { officer: _, ...expected } = records;
      const { officer: __, ...found } = value.records;
      if (JSON.stringify(found) !== JSON.stringify(expected) || value.difference !== null) {
        wrong.push(page);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([1, 2, 3])('of page %s, where the lists begin, loses no record', async (page) => {
    damage(page);
    const { value } = await afterRescue(recordsOf);
    const { officer: _, ...expected } = records;
    expect(value).toMatchObject(expected);
  });

  it('of a healthy file says that nothing is lost', async () => {
    const { report, value } = await afterRescue((store) => ({
      records: recordsOf(store),
      file: readBlob(store, fileName),
    }));
    expect(value.records).toEqual(records);
    expect(value.file?.equals(FILE)).toBe(true);
    expect(report).toMatchObject({
      pages: { unreadable: 0 },
      ...{ rowsLostElsewhere: 0, fromLog: 0, intoLog: 0, isIdentityNew: false },
      log: { isWhole: true, firstBreak: null, missing: [] },
    });
  });

  it.each([0.25, 0.5, 0.9])(
    'of a file cut to %s of its length keeps what is left',
    async (part) => {
      writeFileSync(databasePath(folder), healthy.subarray(0, Math.floor(healthy.length * part)));
      const left = read().rows;
      const { report, value } = await afterRescue((store) => ({
        contacts: new Set(rowsInSqlite(store, shapeOf('contact'))),
        difference: firstDifferenceFromLog(store),
      }));
      expect(value.difference).toBeNull();
      for (const row of left.get('contact') ?? []) expect(value.contacts).toContain(row);
      expect(report).toMatchObject({ log: { isWhole: false } });
    },
  );

  it('of a file with every second half page torn keeps what is whole', async () => {
    const torn = Buffer.from(healthy);
    for (let page = 0; page < pages; page += 2) {
      randomBytes(PAGE_SIZE / 2).copy(torn, page * PAGE_SIZE + PAGE_SIZE / 2);
    }
    writeFileSync(databasePath(folder), torn);
    const left = read().rows;
    const { report, value } = await afterRescue((store) => ({
      tables: new Map(shapes.map((shape) => [shape.table, new Set(rowsInSqlite(store, shape))])),
      difference: firstDifferenceFromLog(store),
    }));
    expect(value.difference).toBeNull();
    for (const table of ['contact', 'meeting_log', 'consent_event', 'change', 'access_log']) {
      expect(left.get(table)?.length).toBeGreaterThan(0);
      for (const row of left.get(table) ?? []) expect(value.tables.get(table)).toContain(row);
    }
    expect(report).toMatchObject({ pages: { unreadable: Math.ceil(pages / 2) } });
  });

  it.each([0, 1, 4095])('of a file of %s bytes says that there is nothing', async (length) => {
    writeFileSync(databasePath(folder), healthy.subarray(0, length));
    const lock = lockOf();
    const options = { lock, key, keyslotsGeneration: 0, now: () => NOW };
    expect(await rescue({ ...options, onProgress: () => undefined })).toEqual({
      ok: false,
      failure: { kind: 'nothing-to-rescue' },
    });
    lock.release();
  });

  it('of a file under another key says that there is nothing', async () => {
    const lock = lockOf();
    const other = { dataKey: randomBytes(32), salt: key.salt };
    const options = { lock, key: other, keyslotsGeneration: 0, now: () => NOW };
    expect(await rescue({ ...options, onProgress: () => undefined })).toMatchObject({
      failure: { kind: 'nothing-to-rescue' },
    });
    lock.release();
  });
});

function shapeOf(table: string): TableShape {
  const shape = shapes.find((one) => one.table === table);
  if (shape === undefined) throw new Error(table);
  return shape;
}
