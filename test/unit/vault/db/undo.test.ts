import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { settle } from '../../../../src/vault/db/errors.ts';
import { readChangeSet, undoneBy } from '../../../../src/vault/db/history.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { undoChangeSet } from '../../../../src/vault/db/undo.ts';
import { verifyChain } from '../../../../src/vault/db/verify.ts';
import {
  consentEvent,
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  testId,
  type Fixture,
} from './store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;
beforeEach(() => {
  fixture = makeFixture();
  store = fixture.create();
});
afterEach(() => {
  expect(firstDifferenceFromLog(store)).toBeNull();
  expect(verifyChain(store).intact).toBe(true);
  fixture.dispose();
});

const who = { author: { id: testId(0), name: 'Officer One' }, device: 'laptop-1' };
const id = testId(5);

function written(use: Parameters<typeof writeChangeSet>[2]): string {
  const { changeSetId } = writeChangeSet(store, context(), use);
  if (changeSetId === null) throw new Error('nothing was written');
  return changeSetId;
}

it('puts back every value that a change set changed', () => {
  written((w) => w.create('contact', contactNamed('Amina'), id));
  const before = readRecord(store, 'contact', id);
  const edit = written((w) => w.update('contact', id, { notes: 'x', profession: 'lawyer' }));
  const undo = undoChangeSet(store, edit, who);
  expect(readRecord(store, 'contact', id)).toEqual(before);
  expect(readChangeSet(store, undo)).toMatchObject({ reason: 'undo', undoOf: edit });
  expect(undoneBy(store, edit)).toBe(undo);
});

it('takes away what was made, and brings back what was removed, whole', () => {
  const made = written((w) => w.create('contact', contactNamed('Amina'), id));
  const before = readRecord(store, 'contact', id);
  const undo = undoChangeSet(store, made, who);
  expect(readRecord(store, 'contact', id)).toBeNull();
  undoChangeSet(store, undo, who);
  expect(readRecord(store, 'contact', id)).toEqual(before);
  const removed = written((w) => {
    w.remove('contact', id);
  });
  undoChangeSet(store, removed, who);
  expect(readRecord(store, 'contact', id)).toEqual(before);
});

it('is refused a second time, and possible again once the undo was undone', () => {
  written((w) => w.create('contact', contactNamed('Amina'), id));
  const edit = written((w) => w.update('contact', id, { notes: 'x' }));
  const undo = undoChangeSet(store, edit, who);
  expect(settle(() => undoChangeSet(store, edit, who))).toEqual({
    ok: false,
    failure: { kind: 'not-undoable', reason: 'already-undone' },
  });
  undoChangeSet(store, undo, who);
  expect(readRecord(store, 'contact', id)?.notes).toBe('x');
  expect(undoneBy(store, edit)).toBeNull();
  undoChangeSet(store, edit, who);
  expect(readRecord(store, 'contact', id)?.notes).toBe('');
});

it('is refused where a value was changed since, naming the record, and changes nothing', () => {
  written((w) => w.create('contact', contactNamed('Amina'), id));
  const edit = written((w) => {
    w.update('contact', id, { notes: 'x' });
    w.create('contact', contactNamed('Bilal'), testId(6));
  });
  written((w) => w.update('contact', id, { notes: 'y' }));
  expect(settle(() => undoChangeSet(store, edit, who))).toEqual({
    ok: false,
    failure: { kind: 'undo-conflict', records: [{ type: 'contact', id }] },
  });
  expect(readRecord(store, 'contact', testId(6))).not.toBeNull();
});

it('leaves fields alone that a later change set touched', () => {
  written((w) => w.create('contact', contactNamed('Amina'), id));
  const edit = written((w) => w.update('contact', id, { notes: 'x' }));
  written((w) => w.update('contact', id, { profession: 'lawyer' }));
  undoChangeSet(store, edit, who);
  expect(readRecord(store, 'contact', id)).toMatchObject({ notes: '', profession: 'lawyer' });
});

it('does not take away a record that was filled in since it was made', () => {
  const made = written((w) => w.create('contact', contactNamed('Amina'), id));
  written((w) => w.update('contact', id, { profession: 'lawyer' }));
  expect(settle(() => undoChangeSet(store, made, who))).toMatchObject({
    failure: { kind: 'undo-conflict' },
  });
});

it('takes away a consent event, and a log made sealed, only by undoing what made it', () => {
  const consent = written((w) => w.create('consent-event', consentEvent(id), testId(7)));
  const log = written((w) =>
    w.create(
      'meeting-log',
      { ...meetingLog('Sealed'), state: 'sealed', sealedAt: '2026-11-24T09:30:00.000Z' },
      testId(8),
    ),
  );
  undoChangeSet(store, consent, who);
  undoChangeSet(store, log, who);
  expect(readRecord(store, 'consent-event', testId(7))).toBeNull();
  expect(readRecord(store, 'meeting-log', testId(8))).toBeNull();
});

it('does not open a sealed log again', () => {
  written((w) => w.create('meeting-log', meetingLog('Draft'), testId(8)));
  const edit = written((w) => w.update('meeting-log', testId(8), { said: 'More.' }));
  const seal = written((w) =>
    w.update('meeting-log', testId(8), { state: 'sealed', sealedAt: '2026-11-24T09:30:00.000Z' }),
  );
  for (const set of [seal, edit]) {
    expect(settle(() => undoChangeSet(store, set, who))).toEqual({
      ok: false,
      failure: { kind: 'not-undoable', reason: 'sealed-since' },
    });
  }
});

it('says where there is no such change set', () => {
  expect(settle(() => undoChangeSet(store, testId(99), who))).toEqual({
    ok: false,
    failure: { kind: 'not-found', record: null },
  });
});
