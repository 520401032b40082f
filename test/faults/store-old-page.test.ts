import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RECORD_TYPES } from '../../src/shared/model/record-type.ts';
import { putBlob } from '../../src/vault/db/blobs.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { checkStore } from '../../src/vault/db/check-store.ts';
import { storageFailureOf } from '../../src/vault/db/errors.ts';
import { databasePath } from '../../src/vault/db/open.ts';
import { PAGE_SIZE } from '../../src/vault/db/page-check.ts';
import { iterateFields } from '../../src/vault/db/record-table.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import {
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  testId,
  type Fixture,
} from '../unit/vault/db/store-fixture.ts';

let fixture: Fixture;
beforeEach(() => {
  fixture = makeFixture();
});
afterEach(() => {
  fixture.dispose();
});

/** Every record and the whole log, as text. */
function contentOf(store: WriteStore): string {
  const internals = store[INTERNALS];
  const records = RECORD_TYPES.map((type) => [...iterateFields(internals, type)]);
  const log = ['change_set', 'change', 'tombstone'].map((table) =>
    internals.database.prepare(`SELECT * FROM ${table}`).raw().all(),
  );
  return JSON.stringify([records, log]);
}

function edit(store: WriteStore, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    writeChangeSet(store, context('create'), (w) => {
      w.create('contact', contactNamed(`Person ${String(i)}`), testId(100 + i));
      w.create('meeting-log', meetingLog(`Meeting ${String(i)}`, [testId(100 + i)]));
    });
    // No change of size: the pages keep their places.
    writeChangeSet(store, context('edit'), (w) =>
      w.update('contact', testId(100 + (i % 5)), { locality: `Place ${String(i % 10)}` }),
    );
  }
  putBlob(store, Buffer.alloc(500, from + 1));
}

/** How an old page was noticed: at opening, by the check that is asked for, or not at all. */
function noticed(expected: string): 'opening' | 'check' | 'no' | 'NO, and it shows' {
  const opened = fixture.open();
  if (!opened.ok) return 'opening';
  const store = opened.value;
  try {
    const check = checkStore(store);
    if (!check.chain.intact || check.firstDiffering !== null || !check.isStructureSound) {
      return 'check';
    }
    return contentOf(store) === expected ? 'no' : 'NO, and it shows';
  } catch (error) {
    if (storageFailureOf(error)?.kind !== 'damaged') throw error;
    return 'check';
  } finally {
    store.close();
  }
}

it('an old page in its place never changes a record or the history unnoticed', () => {
  const path = databasePath(fixture.folder);
  const store = fixture.create();
  edit(store, 0, 10);
  store.close();
  const old = readFileSync(path);
  const later = fixture.reopen();
  edit(later, 10, 20);
  const expected = contentOf(later);
  later.close();
  const current = readFileSync(path);

  const how = new Map<string, number[]>();
  for (let page = 1; page <= old.length / PAGE_SIZE; page += 1) {
    const at = (page - 1) * PAGE_SIZE;
    const oldPage = old.subarray(at, at + PAGE_SIZE);
    if (current.subarray(at, at + PAGE_SIZE).equals(oldPage)) continue;
    const mixed = Buffer.from(current);
    oldPage.copy(mixed, at);
    writeFileSync(path, mixed);
    const answer = noticed(expected);
    how.set(answer, [...(how.get(answer) ?? []), page]);
  }
  expect(how.get('NO, and it shows')).toBeUndefined();
  // Each of the two that notice has something to notice here.
  expect(how.get('opening')?.length).toBeGreaterThan(0);
  expect(how.get('check')?.length).toBeGreaterThan(3);
  writeFileSync(path, current);
  expect(noticed(expected)).toBe('no');
}, 240_000);
