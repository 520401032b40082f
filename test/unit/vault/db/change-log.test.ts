import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recentChangeSets, recordHistory } from '../../../../src/vault/db/history.ts';
import { settle } from '../../../../src/vault/db/errors.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
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
  fixture.dispose();
});

describe('writing a change set', () => {
  it('keeps a new record as its making and its fields that are not empty', () => {
    const written = writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('Amina'), testId(5)),
    );
    expect(written.value).toBe(testId(5));
    const [set] = recentChangeSets(store, { before: null, limit: 10 });
    expect(set).toMatchObject({
      id: written.changeSetId,
      seq: 1,
      part: 0,
      authorId: testId(0),
      authorName: 'Officer One',
      device: 'laptop-1',
      reason: 'create',
      undoOf: null,
      sourceBundle: null,
      at: '2026-11-24T09:30:00.000Z',
    });
    expect(set?.changes[0]).toMatchObject({ field: '$exists', oldValue: null, newValue: true });
    expect(set?.changes.every((change) => change.newValue !== null)).toBe(true);
    expect(readRecord(store, 'contact', testId(5))?.names[0]?.text).toBe('Amina');
    expect(firstDifferenceFromLog(store)).toBeNull();
  });

  it('writes nothing at all where nothing differs', () => {
    const id = writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('Amina')),
    ).value;
    const again = writeChangeSet(store, context(), (w) => {
      w.update('contact', id, { notes: 'x' });
      return w.update('contact', id, { notes: '' });
    });
    expect(again.changeSetId).toBeNull();
    expect(recentChangeSets(store, { before: null, limit: 10 })).toHaveLength(1);
  });

  it('keeps per field from what to what, newest first', () => {
    const id = writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('Amina')),
    ).value;
    for (const notes of ['met in March', 'met in April']) {
      writeChangeSet(store, context(), (w) => w.update('contact', id, { notes }));
    }
    const history = recordHistory(store, { type: 'contact', id });
    expect(
      history.slice(0, 2).map((set) => set.changes.map((c) => [c.field, c.oldValue, c.newValue])),
    ).toEqual([[['notes', 'met in March', 'met in April']], [['notes', '', 'met in March']]]);
  });

  it('normalises what is written as the model says', () => {
    const id = writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('  Ame\u0301lie  ')),
    ).value;
    expect(readRecord(store, 'contact', id)?.names[0]?.text).toBe('Am\u00e9lie');
  });

  it('keeps nothing of a change set that throws half-way', () => {
    expect(() =>
      writeChangeSet(store, context(), (w) => {
        w.create('contact', contactNamed('Amina'), testId(5));
        throw new Error('stopped');
      }),
    ).toThrow('stopped');
    expect(readRecord(store, 'contact', testId(5))).toBeNull();
    expect(verifyChain(store)).toMatchObject({ intact: true, changeSets: 0 });
  });

  it('refuses fields that do not parse, naming paths and no values', () => {
    const outcome = settle(() =>
      writeChangeSet(store, context(), (w) =>
        w.create('contact', { ...contactNamed('x'), names: [], notes: '\u0000secret' }),
      ),
    );
    expect(outcome).toEqual({
      ok: false,
      failure: {
        kind: 'invalid-argument',
        issues: [
          { path: ['names'], code: 'too_small' },
          { path: ['notes'], code: 'control-character' },
        ],
      },
    });
  });

  it('refuses half a surrogate pair, which could not be hashed', () => {
    const outcome = settle(() =>
      writeChangeSet(store, context(), (w) =>
        w.create('contact', { ...contactNamed('x'), notes: 'a\ud83d' }),
      ),
    );
    expect(outcome).toEqual({
      ok: false,
      failure: {
        kind: 'invalid-argument',
        issues: [{ path: ['notes'], code: 'lone-surrogate' }],
      },
    });
  });

  it('refuses to change or remove what is not there, and to make what is', () => {
    const record = { type: 'contact', id: testId(9) } as const;
    expect(
      settle(() => writeChangeSet(store, context(), (w) => w.update('contact', testId(9), {}))),
    ).toEqual({ ok: false, failure: { kind: 'not-found', record } });
    expect(
      settle(() => {
        writeChangeSet(store, context(), (w) => {
          w.remove('contact', testId(9));
        });
      }),
    ).toEqual({ ok: false, failure: { kind: 'not-found', record } });
    writeChangeSet(store, context(), (w) => w.create('contact', contactNamed('A'), testId(9)));
    expect(
      settle(() =>
        writeChangeSet(store, context(), (w) => w.create('contact', contactNamed('B'), testId(9))),
      ),
    ).toEqual({ ok: false, failure: { kind: 'stale-record', record } });
  });
});

describe('what is never edited', () => {
  it('refuses any change to a sealed meeting log, and its removal', () => {
    const id = writeChangeSet(store, context('create'), (w) =>
      w.create('meeting-log', meetingLog('First')),
    ).value;
    writeChangeSet(store, context(), (w) => w.update('meeting-log', id, { said: 'More.' }));
    writeChangeSet(store, context('seal'), (w) =>
      w.update('meeting-log', id, { state: 'sealed', sealedAt: '2026-11-24T09:30:00.000Z' }),
    );
    const sealed = { ok: false, failure: { kind: 'sealed' } };
    expect(
      settle(() =>
        writeChangeSet(store, context(), (w) => w.update('meeting-log', id, { said: 'Other.' })),
      ),
    ).toEqual(sealed);
    expect(
      settle(() =>
        writeChangeSet(store, context(), (w) => w.update('meeting-log', id, { state: 'draft' })),
      ),
    ).toEqual(sealed);
    expect(
      settle(() => {
        writeChangeSet(store, context('remove'), (w) => {
          w.remove('meeting-log', id);
        });
      }),
    ).toEqual(sealed);
    expect(readRecord(store, 'meeting-log', id)?.said).toBe('More.');
  });

  it('refuses any change to a consent event, and its removal', () => {
    const id = writeChangeSet(store, context('consent'), (w) =>
      w.create('consent-event', consentEvent(testId(5))),
    ).value;
    const sealed = { ok: false, failure: { kind: 'sealed' } };
    expect(
      settle(() =>
        writeChangeSet(store, context(), (w) => w.update('consent-event', id, { note: 'x' })),
      ),
    ).toEqual(sealed);
    expect(
      settle(() => {
        writeChangeSet(store, context('remove'), (w) => {
          w.remove('consent-event', id);
        });
      }),
    ).toEqual(sealed);
  });
});
