import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { RECORD_TYPES } from '../../src/shared/model/record-type.ts';
import { canonicalJson } from '../../src/vault/canonical-json.ts';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import type { ForeignChangeSet } from '../../src/vault/db/change-types.ts';
import { derivedSnapshot, rebuildDerived } from '../../src/vault/db/derived.ts';
import { Refused } from '../../src/vault/db/errors.ts';
import { changeSetsAfter } from '../../src/vault/db/history.ts';
import { importChangeSets } from '../../src/vault/db/import-change-sets.ts';
import { iterateFields } from '../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../src/vault/db/replay.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import { transact } from '../../src/vault/db/transaction.ts';
import { toForeign } from '../support/travel-form.ts';
import { undoChangeSet } from '../../src/vault/db/undo.ts';
import { verifyChain } from '../../src/vault/db/verify.ts';
import {
  consentEvent,
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  testId,
  type Fixture,
} from '../unit/vault/db/store-fixture.ts';

const fixtures: Fixture[] = [];
function newStore(): WriteStore {
  const fixture = makeFixture();
  fixtures.push(fixture);
  return fixture.create();
}
afterEach(() => {
  for (const fixture of fixtures.splice(0)) fixture.dispose();
});

const bundle = testId(500);
const texts = ['', 'a', 'b', 'réunion', '会议'];

/** One thing an officer does; the numbers pick what it is done to. */
const operation = fc.record({
  kind: fc.constantFrom('create', 'edit', 'edit', 'remove', 'log', 'seal', 'consent', 'undo'),
  on: fc.nat({ max: 3 }),
  text: fc.constantFrom(...texts),
  several: fc.boolean(),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** Does it; what the rules refuse is simply not done. */
function perform(store: WriteStore, { kind, on, text, several }: Operation): void {
  const contact = testId(10 + on);
  const log = testId(20 + on);
  try {
    if (kind === 'undo') {
      const sets = changeSetsAfter(store, 0, 1000);
      const set = sets[sets.length - 1 - on];
      if (set !== undefined) undoChangeSet(store, set.id, context());
      return;
    }
    writeChangeSet(store, context(), (w) => {
      if (kind === 'create') w.create('contact', contactNamed(text === '' ? 'x' : text), contact);
      if (kind === 'edit') w.update('contact', contact, { notes: text, remote: several });
      if (kind === 'remove') w.remove('contact', contact);
      if (kind === 'log') {
        if (w.get('meeting-log', log) === null) {
          w.create('meeting-log', meetingLog('Log', several ? [contact] : []), log);
        } else {
          w.update('meeting-log', log, {
            said: text,
            participants: meetingLog('', [contact]).participants,
          });
        }
      }
      if (kind === 'seal') w.update('meeting-log', log, { state: 'sealed' });
      if (kind === 'consent') w.create('consent-event', consentEvent(contact), testId(30 + on));
      if (several && w.get('contact', testId(10)) !== null) {
        w.update('contact', testId(10), { profession: text === '' ? null : text });
      }
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

function tables(store: WriteStore): string {
  return canonicalJson(
    RECORD_TYPES.map((type) => [type, [...iterateFields(store[INTERNALS], type)]]),
  );
}

function assertLaws(store: WriteStore): void {
  expect(firstDifferenceFromLog(store)).toBeNull();
  expect(verifyChain(store).firstAltered).toBeNull();
  const kept = derivedSnapshot(store);
  rebuildDerived(store);
  expect(derivedSnapshot(store)).toEqual(kept);
}

function sentBy(store: WriteStore): ForeignChangeSet[] {
  return changeSetsAfter(store, 0, 10_000).map(toForeign);
}

describe('the current tables', () => {
  it('are what the log adds up to after any history of edits, removals and undos', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 5, maxLength: 40 }), (operations) => {
        const store = newStore();
        transact(store, () => {
          for (const step of operations) perform(store, step);
        });
        assertLaws(store);
        fixtures.pop()?.dispose();
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('are the same in every vault that knows the same changes, in whatever order they came', () => {
    const shared = operation.filter(({ kind }) => kind !== 'seal');
    const history = fc.array(fc.tuple(shared, fc.constantFrom('a', 'b', 'sync')), {
      minLength: 5,
      maxLength: 40,
    });
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, picks) => {
        const [a, b, c] = [newStore(), newStore(), newStore()];
        const numbers = picks[Symbol.iterator]();
        const pick = (n: number): number => (numbers.next().value ?? 0) % n;
        for (const [step, where] of steps) {
          if (where === 'sync') importChangeSets(b, sentBy(a), { bundle });
          else perform(where === 'a' ? a : b, step);
        }
        const all = [...sentBy(a), ...sentBy(b)];
        importChangeSets(a, all, { bundle });
        importChangeSets(b, all, { bundle });
        // One by one, in any order, some twice, some in two halves. What takes back a record that
        // both sides made is refused until what it takes back has come; then it is let in.
        const left = [...all];
        const waiting: ForeignChangeSet[] = [];
        transact(c, () => {
          while (left.length > 0) {
            const [set] = left.splice(pick(left.length), 1);
            if (set === undefined) break;
            const records = [...new Set(set.changes.map((change) => change.recordId))];
            const first = records[0];
            const half = set.changes.filter((change) => change.recordId === first);
            const halves = pick(2) === 0;
            try {
              if (halves) importChangeSets(c, [{ ...set, changes: half }], { bundle });
              importChangeSets(c, [set, set], { bundle });
              left.push(...waiting.splice(0));
            } catch (error) {
              if (!(error instanceof Refused) || error.failure.kind !== 'sealed') throw error;
              waiting.push(set);
            }
          }
        });
        expect(waiting).toEqual([]);
        expect(tables(b)).toBe(tables(a));
        expect(tables(c)).toBe(tables(a));
        for (const store of [a, b, c]) assertLaws(store);
        for (const fixture of fixtures.splice(0)) fixture.dispose();
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});
