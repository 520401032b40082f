import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { eraseValues } from '../../../../src/vault/db/erase.ts';
import { settle } from '../../../../src/vault/db/errors.ts';
import { changeSetsAfter, recordHistory } from '../../../../src/vault/db/history.ts';
import { importChangeSets } from '../../../../src/vault/db/import-change-sets.ts';
import { databasePath } from '../../../../src/vault/db/open.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import { search } from '../../../../src/vault/db/search-index.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { toForeign } from '../../../support/travel-form.ts';
import { undoChangeSet } from '../../../../src/vault/db/undo.ts';
import { verifyChain } from '../../../../src/vault/db/verify.ts';
import { contactNamed, context, makeFixture, testId, type Fixture } from './store-fixture.ts';

const MARKER = 'Zx9MARKERq7';
const id = testId(5);
let fixture: Fixture;
let store: WriteStore;
beforeEach(() => {
  fixture = makeFixture();
  store = fixture.create();
});
afterEach(() => {
  fixture.dispose();
});

function removeWithHistory(): string | null {
  writeChangeSet(store, context('create'), (w) =>
    w.create('contact', { ...contactNamed(MARKER), notes: `met ${MARKER}` }, id),
  );
  writeChangeSet(store, context(), (w) => w.update('contact', id, { notes: `again ${MARKER}` }));
  return writeChangeSet(store, context('remove'), (w) => {
    w.remove('contact', id);
  }).changeSetId;
}

it('takes the values out of log, index and file while the chain still verifies', () => {
  removeWithHistory();
  const count = eraseValues(store, [{ record: { type: 'contact', id }, field: null }]);
  expect(count).toBeGreaterThan(20);
  expect(verifyChain(store)).toMatchObject({ intact: true, changeSets: 3, erased: count });
  expect(firstDifferenceFromLog(store)).toBeNull();
  expect(search(store, MARKER, { limit: 10 })).toEqual([]);
  const history = recordHistory(store, { type: 'contact', id });
  expect(JSON.stringify(history)).not.toContain(MARKER);
  // The decrypted database, every page of it: free pages, index segments and all.
  const plain = store[INTERNALS].database.serialize();
  expect(plain.includes(MARKER) || plain.includes(MARKER.toLowerCase())).toBe(false);
  store.close();
  expect(readFileSync(databasePath(fixture.folder)).includes(MARKER)).toBe(false);
});

it('is refused while the record is still there', () => {
  writeChangeSet(store, context('create'), (w) => w.create('contact', contactNamed('A'), id));
  const record = { type: 'contact', id } as const;
  expect(settle(() => eraseValues(store, [{ record, field: null }]))).toEqual({
    ok: false,
    failure: { kind: 'stale-record', record },
  });
});

it('cannot be taken back by an undo, nor by a later bundle', () => {
  writeChangeSet(store, context('create'), (w) => w.create('contact', contactNamed(MARKER), id));
  const sender = makeFixture();
  const other = sender.create();
  importChangeSets(other, changeSetsAfter(store, 0, 10).map(toForeign), { bundle: testId(500) });
  sender.clock.nowMs += 3_600_000;
  const removed = writeChangeSet(store, context('remove'), (w) => {
    w.remove('contact', id);
  }).changeSetId;
  eraseValues(store, [{ record: { type: 'contact', id }, field: null }]);
  expect(settle(() => undoChangeSet(store, removed ?? '', context()))).toEqual({
    ok: false,
    failure: { kind: 'not-undoable', reason: 'erased' },
  });

  writeChangeSet(other, context(), (w) => w.update('contact', id, { notes: `${MARKER} back` }));
  writeChangeSet(other, context(), (w) => {
    w.remove('contact', id);
    w.create('contact', contactNamed(`${MARKER} new`), testId(6));
  });
  importChangeSets(store, changeSetsAfter(other, 0, 10).map(toForeign), { bundle: testId(501) });
  expect(readRecord(store, 'contact', id)).toBeNull();
  expect(JSON.stringify(recordHistory(store, { type: 'contact', id }))).not.toContain(MARKER);
  expect(readRecord(store, 'contact', testId(6))).not.toBeNull();
  expect(verifyChain(store).intact).toBe(true);
  expect(firstDifferenceFromLog(store)).toBeNull();
  sender.dispose();
});

it('can be of one field, once that field is empty', () => {
  writeChangeSet(store, context('create'), (w) =>
    w.create('contact', { ...contactNamed('A'), coverPhrase: MARKER }, id),
  );
  writeChangeSet(store, context(), (w) => w.update('contact', id, { coverPhrase: null }));
  const target = { record: { type: 'contact', id }, field: 'coverPhrase' } as const;
  expect(eraseValues(store, [target])).toBe(2);
  expect(readRecord(store, 'contact', id)?.names[0]?.text).toBe('A');
  expect(store[INTERNALS].database.serialize().includes(MARKER)).toBe(false);
  expect(verifyChain(store).intact).toBe(true);
});
