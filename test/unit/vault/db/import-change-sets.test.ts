import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import type { ForeignChangeSet } from '../../../../src/vault/db/change-types.ts';
import { findConflicts, localViewOf } from '../../../../src/vault/db/conflicts.ts';
import { settle } from '../../../../src/vault/db/errors.ts';
import { changeSetsAfter, recentChangeSets } from '../../../../src/vault/db/history.ts';
import { importChangeSets } from '../../../../src/vault/db/import-change-sets.ts';
import { readRecord } from '../../../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../../../src/vault/db/replay.ts';
import { toForeign } from '../../../support/travel-form.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import { undoBundle } from '../../../../src/vault/db/undo.ts';
import { verifyChain } from '../../../../src/vault/db/verify.ts';
import {
  consentEvent,
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  START_MS,
  testId,
  type Fixture,
} from './store-fixture.ts';

let there: Fixture;
let here: Fixture;
let sender: WriteStore;
let store: WriteStore;
beforeEach(() => {
  there = makeFixture();
  here = makeFixture();
  sender = there.create();
  store = here.create();
});
afterEach(() => {
  expect(firstDifferenceFromLog(store)).toBeNull();
  expect(verifyChain(store).intact).toBe(true);
  there.dispose();
  here.dispose();
});

const bundle = testId(500);
const id = testId(5);
const who = { author: { id: testId(0), name: 'Officer One' }, device: 'laptop-1' };

function sent(): ForeignChangeSet[] {
  return changeSetsAfter(sender, 0, 1000).map(toForeign);
}

function write(to: WriteStore, use: Parameters<typeof writeChangeSet>[2]): void {
  writeChangeSet(to, context(), use);
}

describe('importing change sets', () => {
  it('brings the records, with who wrote them, when and why, and says where they came from', () => {
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    write(sender, (w) => w.update('contact', id, { notes: 'x' }));
    const sets = sent();
    const imported = importChangeSets(store, sets, { bundle });
    expect(imported).toMatchObject({
      changeSetIds: sets.map((set) => set.id),
      records: [{ type: 'contact', id }],
    });
    expect(readRecord(store, 'contact', id)).toEqual(readRecord(sender, 'contact', id));
    const kept = recentChangeSets(store, { before: null, limit: 10 }).reverse();
    expect(kept.map(toForeign)).toEqual(sets);
    expect(kept.map((set) => set.sourceBundle)).toEqual([bundle, bundle]);
  });

  it('changes nothing the second time', () => {
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    importChangeSets(store, sent(), { bundle });
    expect(importChangeSets(store, sent(), { bundle: testId(501) })).toEqual({
      changeSetIds: [],
      records: [],
      changes: 0,
    });
    expect(verifyChain(store).changeSets).toBe(1);
  });

  it('completes a change set of which only a part was let travel before', () => {
    write(sender, (w) => {
      w.create('contact', contactNamed('Amina'), id);
      w.create('contact', contactNamed('Bilal'), testId(6));
    });
    const [whole] = sent();
    if (whole === undefined) throw new Error('nothing sent');
    const part = { ...whole, changes: whole.changes.filter((change) => change.recordId === id) };
    importChangeSets(store, [part], { bundle });
    expect(readRecord(store, 'contact', testId(6))).toBeNull();
    importChangeSets(store, [whole], { bundle: testId(501) });
    expect(readRecord(store, 'contact', testId(6))).toEqual(
      readRecord(sender, 'contact', testId(6)),
    );
    expect(changeSetsAfter(store, 0, 10).map((set) => [set.id, set.part])).toEqual([
      [whole.id, 0],
      [whole.id, 1],
    ]);
  });

  it('lets what is written here afterwards win, even where this clock is years behind', () => {
    there.clock.nowMs = START_MS + 24 * 3_600_000;
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    importChangeSets(store, sent(), { bundle });
    write(store, (w) => w.update('contact', id, { notes: 'mine' }));
    expect(readRecord(store, 'contact', id)?.notes).toBe('mine');
    importChangeSets(store, sent(), { bundle });
    expect(readRecord(store, 'contact', id)?.notes).toBe('mine');
  });

  it('refuses change sets from the far future, and is not poisoned by them', () => {
    there.clock.nowMs = START_MS + 49 * 3_600_000;
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    expect(settle(() => importChangeSets(store, sent(), { bundle }))).toEqual({
      ok: false,
      failure: { kind: 'bundle-malformed', rule: 'change-time-too-far-ahead' },
    });
    write(store, (w) => w.create('contact', contactNamed('Bilal'), testId(6)));
    expect(Number(changeSetsAfter(store, 0, 1)[0]?.hlc.slice(0, 15))).toBe(START_MS);
  });

  it('refuses an edit that was made elsewhere to a log that was sealed here before it', () => {
    write(sender, (w) => w.create('meeting-log', meetingLog('Shared'), id));
    importChangeSets(store, sent(), { bundle });
    write(store, (w) => w.update('meeting-log', id, { state: 'sealed' }));
    there.clock.nowMs += 60_000;
    write(sender, (w) => w.update('meeting-log', id, { said: 'Later.' }));
    expect(settle(() => importChangeSets(store, sent(), { bundle }))).toEqual({
      ok: false,
      failure: { kind: 'sealed' },
    });
  });

  it('refuses an altered consent event', () => {
    write(sender, (w) => w.create('consent-event', consentEvent(testId(6)), id));
    const [made] = sent();
    if (made === undefined) throw new Error('nothing sent');
    const forged: ForeignChangeSet = {
      ...made,
      id: testId(77),
      hlc: made.hlc.replace(/-0000-/u, '-0001-'),
      changes: [
        {
          recordType: 'consent-event',
          recordId: id,
          field: 'decision',
          oldValue: 'given',
          newValue: 'refused',
        },
      ],
    };
    for (const sets of [
      [made, forged],
      [forged, made],
    ]) {
      expect(settle(() => importChangeSets(store, sets, { bundle }))).toEqual({
        ok: false,
        failure: { kind: 'sealed' },
      });
    }
  });

  it('refuses what does not parse, with the rule that was broken, and keeps nothing of it', () => {
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    const [good] = sent();
    if (good === undefined) throw new Error('nothing sent');
    const first = good.changes[0];
    if (first === undefined) throw new Error('no change');
    const change = { recordType: 'contact', recordId: id, oldValue: null } as const;
    const cases: readonly [string, ForeignChangeSet][] = [
      ['change-time-stamp', { ...good, hlc: 'yesterday' }],
      ['change-twice', { ...good, changes: [...good.changes, first] }],
      ['change-field', { ...good, changes: [{ ...change, field: 'rowid', newValue: 1 }] }],
      ['change-value', { ...good, changes: [{ ...change, field: 'remote', newValue: 'yes' }] }],
      ['change-value', { ...good, changes: [{ ...change, field: 'codeName', newValue: ' x ' }] }],
      ['change-value', { ...good, changes: [{ ...change, field: '$exists', newValue: 1 }] }],
      [
        'change-without-difference',
        { ...good, changes: [{ ...change, field: 'codeName', newValue: null }] },
      ],
      ['record-incomplete', { ...good, changes: [first] }],
    ];
    for (const [rule, set] of cases) {
      expect([rule, settle(() => importChangeSets(store, [set], { bundle }))]).toEqual([
        rule,
        { ok: false, failure: { kind: 'bundle-malformed', rule } },
      ]);
    }
    importChangeSets(store, [good], { bundle });
    expect(
      settle(() => importChangeSets(store, [{ ...good, authorId: testId(9) }], { bundle })),
    ).toMatchObject({ failure: { rule: 'change-set-differs' } });
    expect(verifyChain(store).changeSets).toBe(1);
  });

  it('can be undone as a whole', () => {
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    write(sender, (w) => w.update('contact', id, { notes: 'x' }));
    write(sender, (w) => w.create('consent-event', consentEvent(id), testId(7)));
    importChangeSets(store, sent(), { bundle });
    expect(undoBundle(store, bundle, who)).toHaveLength(3);
    expect(readRecord(store, 'contact', id)).toBeNull();
    expect(readRecord(store, 'consent-event', testId(7))).toBeNull();
  });
});

describe('conflicts', () => {
  beforeEach(() => {
    write(sender, (w) => w.create('contact', contactNamed('Amina'), id));
    importChangeSets(store, sent(), { bundle });
  });
  const conflicts = (): unknown =>
    findConflicts(localViewOf(store), sent()).map(({ field, base, mine, theirs }) => [
      field,
      base,
      mine,
      theirs,
    ]);

  it('are none where only one side changed a field, or both to the same value', () => {
    write(sender, (w) => w.update('contact', id, { notes: 'theirs', profession: 'lawyer' }));
    write(store, (w) => w.update('contact', id, { locality: 'mine', profession: 'lawyer' }));
    expect(conflicts()).toEqual([]);
  });

  it('are the fields that both sides changed, from the common base to each last value', () => {
    write(sender, (w) => w.update('contact', id, { notes: 'first' }));
    write(sender, (w) => w.update('contact', id, { notes: 'theirs' }));
    write(store, (w) => w.update('contact', id, { notes: 'mine' }));
    expect(conflicts()).toEqual([['notes', '', 'mine', 'theirs']]);
  });

  it('name a field changed there and a record removed here, and the other way round', () => {
    write(sender, (w) => w.update('contact', id, { notes: 'theirs' }));
    write(store, (w) => {
      w.remove('contact', id);
    });
    expect(conflicts()).toEqual([['notes', '', null, 'theirs']]);
  });

  it('name a record removed there and a field changed here', () => {
    write(sender, (w) => {
      w.remove('contact', id);
    });
    write(store, (w) => w.update('contact', id, { notes: 'mine' }));
    expect(conflicts()).toEqual([['notes', '', 'mine', null]]);
  });

  it('are none for what they edited after taking over what was written here', () => {
    write(store, (w) => w.update('contact', id, { notes: 'mine' }));
    importChangeSets(sender, changeSetsAfter(store, 0, 100).map(toForeign), { bundle });
    write(sender, (w) => w.update('contact', id, { notes: 'theirs' }));
    expect(conflicts()).toEqual([]);
    importChangeSets(store, sent(), { bundle: testId(501) });
    expect(readRecord(store, 'contact', id)?.notes).toBe('theirs');
  });
});
