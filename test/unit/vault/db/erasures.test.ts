import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putBlob, blobSize } from '../../../../src/vault/db/blobs.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { settle } from '../../../../src/vault/db/errors.ts';
import { putDraft, listDrafts } from '../../../../src/vault/db/drafts.ts';
import { changeSetsAfter, recordHistory } from '../../../../src/vault/db/history.ts';
import { importChangeSets } from '../../../../src/vault/db/import-change-sets.ts';
import { databasePath } from '../../../../src/vault/db/open.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import { search } from '../../../../src/vault/db/search-index.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { undoBundle } from '../../../../src/vault/db/undo-bundle.ts';
import { undoChangeSet } from '../../../../src/vault/db/undo.ts';
import { verifyChain } from '../../../../src/vault/db/verify.ts';
import type { AttachmentFields } from '../../../../src/shared/model/attachment.ts';
import type { RecordType } from '../../../../src/shared/model/record-type.ts';
import { toForeign } from '../../../support/travel-form.ts';
import {
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  testId,
  type Fixture,
} from './store-fixture.ts';

const MARKER = 'Zx9MARKERq7';
const id = testId(5);
let fixture: Fixture;
let store: WriteStore;
let other: { readonly fixture: Fixture; readonly store: WriteStore };
beforeEach(() => {
  fixture = makeFixture();
  store = fixture.create();
  const second = makeFixture();
  other = { fixture: second, store: second.create() };
});
afterEach(() => {
  fixture.dispose();
  other.fixture.dispose();
});

function made(): void {
  writeChangeSet(store, context('create'), (w) =>
    w.create('contact', { ...contactNamed(MARKER), notes: `met ${MARKER}` }, id),
  );
  writeChangeSet(store, context(), (w) => w.update('contact', id, { notes: `again ${MARKER}` }));
}

function erase(
  recordType: RecordType,
  recordId: string,
  field: string | null = null,
  now: Readonly<Record<string, unknown>> = {},
  on = store,
): string | null {
  return writeChangeSet(on, context('erase'), (w) => {
    if (field !== null) w.update(recordType, recordId, now);
    w.create('erasure', { recordType, recordId, field, erasedOn: '2026-11-24' });
  }).changeSetId;
}

/** Everything that a vault would send: every change set, cut down to what is kept. */
function carry(from: WriteStore, to: WriteStore, bundle: string): void {
  const sets = changeSetsAfter(from, 0, 1000).map(toForeign);
  importChangeSets(
    to,
    sets.filter((set) => set.changes.length > 0),
    { bundle },
  );
}

/** Holds in every vault after anything. */
function sound(one: WriteStore): void {
  expect(verifyChain(one).intact).toBe(true);
  expect(firstDifferenceFromLog(one)).toBeNull();
}

/** Whether a text is anywhere in the decrypted file: every page of it, free pages included. */
function isInFile(one: WriteStore, text: string): boolean {
  const plain = one[INTERNALS].database.serialize();
  return [text, text.toLowerCase()].some((form) => plain.includes(form));
}

describe('a record that is erased', () => {
  it('leaves tables, log, index and file, and the chain verifies', () => {
    made();
    const words = (): unknown[] => {
      const { database } = store[INTERNALS];
      database.exec(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab('main', 'search_index', 'row')",
      );
      return database.prepare("SELECT term FROM temp.word WHERE term LIKE 'zx9%'").pluck().all();
    };
    // What is looked for is found where it is.
    expect(isInFile(store, MARKER)).toBe(true);
    expect(words()).toEqual([MARKER.toLowerCase()]);
    const sealedBytes = readFileSync(databasePath(fixture.folder));
    expect(sealedBytes.includes(MARKER)).toBe(false);

    erase('contact', id);
    expect(readRecord(store, 'contact', id)).toBeNull();
    expect(verifyChain(store)).toMatchObject({ intact: true, changeSets: 3 });
    expect(verifyChain(store).erased).toBeGreaterThan(20);
    sound(store);
    expect(search(store, MARKER, { limit: 10 })).toEqual([]);
    expect(words()).toEqual([]);
    expect(JSON.stringify(recordHistory(store, { type: 'contact', id }))).not.toContain(MARKER);
    expect(isInFile(store, MARKER)).toBe(false);
    store.close();
    sound(fixture.reopen());
  });

  it('is not brought back by an undo, by its maker, or by a later bundle', () => {
    made();
    carry(store, other.store, testId(500));
    other.fixture.clock.nowMs += 3_600_000;
    writeChangeSet(other.store, context(), (w) =>
      w.update('contact', id, { notes: `${MARKER} back` }),
    );
    const removed = writeChangeSet(store, context('remove'), (w) => {
      w.remove('contact', id);
    }).changeSetId;
    const erased = erase('contact', id);
    for (const set of [removed, erased]) {
      expect(settle(() => undoChangeSet(store, set ?? '', context()))).toEqual({
        ok: false,
        failure: { kind: 'not-undoable', reason: 'erased' },
      });
    }
    const again = (): unknown =>
      writeChangeSet(store, context(), (w) => w.create('contact', contactNamed(MARKER), id));
    expect(settle(again)).toMatchObject({ ok: false, failure: { kind: 'stale-record' } });

    carry(other.store, store, testId(501));
    expect(readRecord(store, 'contact', id)).toBeNull();
    expect(isInFile(store, MARKER)).toBe(false);
    sound(store);

    carry(store, other.store, testId(502));
    expect(readRecord(other.store, 'contact', id)).toBeNull();
    expect(isInFile(other.store, MARKER)).toBe(false);
    sound(other.store);
  });

  it('stays away where the erasure came before the record', () => {
    made();
    const before = changeSetsAfter(store, 0, 10).map(toForeign);
    erase('contact', id);
    carry(store, other.store, testId(500));
    importChangeSets(other.store, before, { bundle: testId(501) });
    expect(readRecord(other.store, 'contact', id)).toBeNull();
    expect(isInFile(other.store, MARKER)).toBe(false);
    sound(other.store);
  });

  it('takes drafts about it and bytes that only it named along, and no others', () => {
    const photo = putBlob(store, Buffer.from(`photo ${MARKER}`)).sha256;
    const shared = putBlob(store, Buffer.from('shared')).sha256;
    const file = (sha256: string, ownerId: string): AttachmentFields => ({
      ...{ ownerType: 'contact', ownerId, sha256, name: 'a', mediaType: 'text/plain' },
      sizeBytes: 1,
    });
    writeChangeSet(store, context('create'), (w) => {
      w.create('contact', { ...contactNamed('A'), photo }, id);
      w.create('contact', contactNamed('B'), testId(6));
      w.create('attachment', file(shared, id), testId(7));
      w.create('attachment', file(shared, testId(6)), testId(8));
    });
    writeChangeSet(store, context(), (w) => w.update('contact', id, { photo: null }));
    // Its undo would need the bytes.
    writeChangeSet(store, context('remove'), (w) => {
      w.remove('attachment', testId(8));
    });
    putDraft(store, { form: 'contact', key: id }, { notes: MARKER });
    putDraft(store, { form: 'consent', key: `new:${id}` }, { note: MARKER });
    putDraft(store, { form: 'contact', key: testId(6) }, {});
    expect(isInFile(store, MARKER)).toBe(true);
    erase('contact', id);
    erase('attachment', testId(7));
    expect(blobSize(store, photo)).toBeNull();
    expect(blobSize(store, shared)).toBe(6);
    expect(listDrafts(store).map(({ key }) => key)).toEqual([testId(6)]);
    expect(isInFile(store, MARKER)).toBe(false);
    sound(store);
  });
});

describe('a field whose past is erased', () => {
  const log = testId(9);
  beforeEach(() => {
    writeChangeSet(store, context('create'), (w) =>
      w.create('meeting-log', { ...meetingLog('Log', [id]), said: `${MARKER} said so` }, log),
    );
    writeChangeSet(store, context('seal'), (w) =>
      w.update('meeting-log', log, { state: 'sealed' }),
    );
  });

  it('says what it says now, of a sealed log too, and nothing of before', () => {
    const erased = erase('meeting-log', log, 'said', { said: '[…] said so' });
    expect(readRecord(store, 'meeting-log', log)).toMatchObject({
      ...{ said: '[…] said so', state: 'sealed', title: 'Log' },
    });
    expect(isInFile(store, MARKER)).toBe(false);
    sound(store);
    const [newest] = recordHistory(store, { type: 'meeting-log', id: log });
    expect(newest?.changes).toMatchObject([
      { field: 'said', oldValue: null, newValue: '[…] said so' },
    ]);
    expect(settle(() => undoChangeSet(store, erased ?? '', context()))).toEqual({
      ok: false,
      failure: { kind: 'not-undoable', reason: 'erased' },
    });
    carry(store, other.store, testId(500));
    expect(readRecord(other.store, 'meeting-log', log)?.said).toBe('[…] said so');
    sound(other.store);
  });

  it('is of a value of before alone, where it is not to change', () => {
    writeChangeSet(store, context('create'), (w) =>
      w.create('contact', { ...contactNamed('A'), notes: MARKER }, id),
    );
    writeChangeSet(store, context(), (w) => w.update('contact', id, { notes: 'kept' }));
    erase('contact', id, 'notes');
    expect(readRecord(store, 'contact', id)?.notes).toBe('kept');
    expect(isInFile(store, MARKER)).toBe(true);
    erase('meeting-log', log);
    expect(isInFile(store, MARKER)).toBe(false);
    sound(store);
  });
});

describe('edits of a field that is erased elsewhere', () => {
  const notes = (of: WriteStore): string | undefined => readRecord(of, 'contact', id)?.notes;
  beforeEach(() => {
    made();
    carry(store, other.store, testId(500));
    other.fixture.clock.nowMs += 3_600_000;
  });

  it('made without knowing of it go with it, in whatever order they come', () => {
    writeChangeSet(other.store, context(), (w) =>
      w.update('contact', id, { notes: `${MARKER} and more`, profession: 'Lawyer' }),
    );
    erase('contact', id, 'names', { names: contactNamed('B').names });
    erase('contact', id, 'notes', { notes: '' });
    carry(other.store, store, testId(501));
    carry(store, other.store, testId(502));
    for (const one of [store, other.store]) {
      expect(readRecord(one, 'contact', id)).toMatchObject({ notes: '', profession: 'Lawyer' });
      expect(isInFile(one, MARKER)).toBe(false);
      sound(one);
    }
  });

  it('made after taking it in are kept, and travel', () => {
    erase('contact', id, 'notes', { notes: '' });
    carry(store, other.store, testId(501));
    writeChangeSet(other.store, context(), (w) => w.update('contact', id, { notes: 'one' }));
    writeChangeSet(other.store, context(), (w) => w.update('contact', id, { notes: 'two' }));
    carry(other.store, store, testId(502));
    expect([notes(store), notes(other.store)]).toEqual(['two', 'two']);
    for (const one of [store, other.store]) sound(one);
  });
});

describe('a bundle', () => {
  it('that carried erasures can be undone but for them', () => {
    made();
    erase('contact', id);
    writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('C'), testId(6)),
    );
    carry(store, other.store, testId(500));
    undoBundle(other.store, testId(500), context());
    expect(readRecord(other.store, 'contact', testId(6))).toBeNull();
    carry(store, other.store, testId(501));
    expect(readRecord(other.store, 'contact', id)).toBeNull();
    sound(other.store);
  });
});
