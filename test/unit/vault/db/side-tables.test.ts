import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendAccess, listAccess } from '../../../../src/vault/db/access-log.ts';
import {
  blobChunks,
  blobSize,
  CHUNK_BYTES,
  dropUnusedBlobs,
  putBlob,
  readBlob,
} from '../../../../src/vault/db/blobs.ts';
import { discardDraft, listDrafts, putDraft, readDraft } from '../../../../src/vault/db/drafts.ts';
import {
  putOwnIdentity,
  putSetting,
  readOwnIdentity,
  readSetting,
} from '../../../../src/vault/db/settings.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { lastSequence } from '../../../../src/vault/db/history.ts';
import { transact } from '../../../../src/vault/db/transaction.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { contactNamed, context, makeFixture, testId, type Fixture } from './store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;
beforeEach(() => {
  fixture = makeFixture();
  store = fixture.create();
});
afterEach(() => {
  fixture.dispose();
});

it('drafts are kept per form and record, outside the log, until they are discarded', () => {
  const key = { form: 'contact', key: 'new' };
  expect(readDraft(store, key)).toBeNull();
  putDraft(store, key, { names: ['A'] });
  fixture.clock.nowMs += 1000;
  const updatedAt = putDraft(store, key, { names: ['Am'] });
  putDraft(store, { form: 'action', key: testId(1) }, 'x');
  expect(readDraft(store, key)).toEqual({ body: { names: ['Am'] }, updatedAt });
  expect(listDrafts(store).map(({ form }) => form)).toEqual(['action', 'contact']);
  discardDraft(store, key);
  discardDraft(store, key);
  expect(readDraft(store, key)).toBeNull();
  expect(lastSequence(store)).toBe(0);
});

it('settings and the own identity are there again after the store was closed', () => {
  expect([readSetting(store, 'locale'), readOwnIdentity(store)]).toEqual([null, null]);
  putSetting(store, 'locale', 'en');
  putSetting(store, 'locale', 'fr');
  putOwnIdentity(store, { name: 'Officer One' });
  putOwnIdentity(store, { name: 'Officer Two' });
  store.close();
  const again = fixture.reopen();
  expect(readSetting(again, 'locale')).toBe('fr');
  expect(readOwnIdentity(again)).toEqual({ name: 'Officer Two' });
});

it('the access log lists what was done, newest first, page by page', () => {
  const ids = ['a', 'b', 'c'].map((detail) => {
    fixture.clock.nowMs += 1000;
    return appendAccess(store, { kind: 'export', detail, contactIds: [testId(1)] });
  });
  const page = listAccess(store, { before: null, limit: 2 });
  expect(page.map((entry) => entry.detail)).toEqual(['c', 'b']);
  expect(page[0]).toEqual({
    id: ids[2],
    at: '2026-11-24T09:30:03.000Z',
    kind: 'export',
    detail: 'c',
    contactIds: [testId(1)],
  });
  expect(
    listAccess(store, { before: ids[1] ?? null, limit: 2 }).map((entry) => entry.detail),
  ).toEqual(['a']);
});

it.each([0, 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES - 1])(
  'a blob of %i bytes comes back as it was, and is kept once',
  (size) => {
    const bytes = new Uint8Array(size).map((_, i) => i % 251);
    const ref = putBlob(store, bytes);
    expect(putBlob(store, bytes)).toEqual(ref);
    expect(readBlob(store, ref.sha256)?.equals(bytes)).toBe(true);
    expect(blobSize(store, ref.sha256)).toBe(size);
    expect([...blobChunks(store, ref.sha256)]).toHaveLength(Math.ceil(size / CHUNK_BYTES));
  },
);

it('a blob that nothing names any more is dropped, with its chunks', () => {
  const used = putBlob(store, Buffer.from('photo'));
  const unused = putBlob(store, Buffer.from('nothing'));
  writeChangeSet(store, context(), (w) =>
    w.create('contact', { ...contactNamed('A'), photo: used.sha256 }),
  );
  expect(dropUnusedBlobs(store)).toBe(1);
  expect(readBlob(store, unused.sha256)).toBeNull();
  expect([...blobChunks(store, unused.sha256)]).toEqual([]);
  expect(readBlob(store, used.sha256)?.toString()).toBe('photo');
});

it('a transaction keeps all of its writes or none, of whatever kind', () => {
  expect(() =>
    transact(store, () => {
      putDraft(store, { form: 'contact', key: 'new' }, 1);
      writeChangeSet(store, context(), (w) => w.create('contact', contactNamed('A')));
      throw new Error('stopped');
    }),
  ).toThrow('stopped');
  expect([lastSequence(store), listDrafts(store)]).toEqual([0, []]);
  transact(store, () => {
    for (const name of ['A', 'B']) {
      writeChangeSet(store, context(), (w) => w.create('contact', contactNamed(name)));
    }
    discardDraft(store, { form: 'contact', key: 'new' });
  });
  expect(lastSequence(store)).toBe(2);
  store.close();
  expect(fixture.open().ok).toBe(true);
});
