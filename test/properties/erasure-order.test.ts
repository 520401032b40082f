import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import type { ForeignChangeSet } from '../../src/vault/db/change-types.ts';
import { derivedSnapshot, rebuildDerived } from '../../src/vault/db/derived.ts';
import { Refused } from '../../src/vault/db/errors.ts';
import { changeSetsAfter } from '../../src/vault/db/history.ts';
import { importChangeSets } from '../../src/vault/db/import-change-sets.ts';
import { readRecord } from '../../src/vault/db/record-table.ts';
import { firstDifferenceFromLog } from '../../src/vault/db/replay.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import { undoChangeSet } from '../../src/vault/db/undo.ts';
import { verifyChain } from '../../src/vault/db/verify.ts';
import { toForeign } from '../support/travel-form.ts';
import {
  contactNamed,
  context,
  makeFixture,
  testId,
  type Fixture,
} from '../unit/vault/db/store-fixture.ts';

const fixtures: Fixture[] = [];
afterEach(() => {
  for (const fixture of fixtures.splice(0)) fixture.dispose();
});

const VAULTS = 3;
const RECORDS = 3;
/** Stands in every value that anybody writes before an erasure they know of. */
const SECRET = 'Zx9SECRETq7';

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'make' as const,
        'edit' as const,
        'edit' as const,
        'remove' as const,
        'undo' as const,
      ),
      by: fc.nat({ max: VAULTS - 1 }),
      on: fc.nat({ max: RECORDS - 1 }),
      waitMs: fc.nat({ max: 5_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('erase' as const, 'erase-notes' as const),
      by: fc.nat({ max: VAULTS - 1 }),
      on: fc.nat({ max: RECORDS - 1 }),
      waitMs: fc.nat({ max: 5_000 }),
    }),
  },
  {
    weight: 4,
    // What a vault held when it was sealed, delivered at once or at the end, once or twice.
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      by: fc.nat({ max: VAULTS - 1 }),
      on: fc.nat({ max: VAULTS - 1 }),
      waitMs: fc.constant(0),
      isLate: fc.boolean(),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Post {
  readonly fixture: Fixture;
  readonly store: WriteStore;
}

/** Does it; what the rules refuse is simply not done. */
function refusable(use: () => void): void {
  try {
    use();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

function isErasedHere({ store }: Post, id: string): boolean {
  return (
    store[INTERNALS].database.prepare('SELECT 1 FROM erasure WHERE record_id = ?').get(id) !==
    undefined
  );
}

function perform(post: Post, { kind, on }: Step, turn: number): void {
  const { store } = post;
  const id = testId(100 + on);
  // Whoever has heard of it writes what may be read; everybody else writes the secret on.
  const notes = isErasedHere(post, id) ? `known ${String(turn)}` : `${SECRET} ${String(turn)}`;
  const fields = { ...contactNamed(`Person ${String(on)}`), notes };
  if (kind === 'make') {
    writeChangeSet(store, context('create'), (w) => w.create('contact', fields, id));
  }
  if (kind === 'edit') writeChangeSet(store, context(), (w) => w.update('contact', id, { notes }));
  if (kind === 'remove') {
    writeChangeSet(store, context('remove'), (w) => {
      w.remove('contact', id);
    });
  }
  if (kind === 'undo') {
    const set = changeSetsAfter(store, 0, 1_000).at(-1);
    if (set !== undefined) undoChangeSet(store, set.id, context());
  }
  if (kind !== 'erase' && kind !== 'erase-notes') return;
  const field = kind === 'erase' ? null : 'notes';
  writeChangeSet(store, context('erase'), (w) => {
    // Of a record that is not there, nothing would be said anew; no bundle carries such an erasure.
    if (field !== null) w.update('contact', id, { notes: '[…]' });
    w.create('erasure', { recordType: 'contact', recordId: id, field, erasedOn: '2026-11-24' });
  });
}

function deliver(to: Post, sets: readonly ForeignChangeSet[], bundle: number): void {
  refusable(() => {
    importChangeSets(to.store, sets, { bundle: testId(1_000 + bundle) });
  });
}

it('keeps what was erased away from every vault that heard of it, whatever came in which order', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 30 }), (steps) => {
      const posts = Array.from({ length: VAULTS }, (): Post => {
        const fixture = makeFixture();
        fixtures.push(fixture);
        return { fixture, store: fixture.create() };
      });
      const late: { readonly to: Post; readonly sets: readonly ForeignChangeSet[] }[] = [];
      let bundles = 0;
      const sealed = ({ store }: Post): ForeignChangeSet[] =>
        changeSetsAfter(store, 0, 1_000)
          .map(toForeign)
          .filter((set) => set.changes.length > 0);
      for (const [turn, one] of steps.entries()) {
        const post = posts[one.by] as Post;
        post.fixture.clock.nowMs += one.waitMs;
        if (one.kind === 'send') {
          const to = posts[one.on] as Post;
          const sets = sealed(post);
          if (one.isLate) late.push({ to, sets });
          else deliver(to, sets, bundles++);
        } else {
          refusable(() => perform(post, one, turn));
        }
      }
      for (const { to, sets } of [...late].reverse()) deliver(to, sets, bundles++);
      // Then everybody sends everybody everything, twice, so that all have heard of all.
      for (let round = 0; round < 2 * VAULTS; round += 1) {
        const [from, to] = [posts[round % VAULTS], posts[(round + 1) % VAULTS]] as [Post, Post];
        deliver(to, sealed(from), bundles++);
      }
      const states = posts.map((post) =>
        Array.from({ length: RECORDS }, (_, on) => {
          const id = testId(100 + on);
          const erased = isErasedHere(post, id);
          const record = readRecord(post.store, 'contact', id);
          if (erased) expect(record?.notes ?? '').not.toContain(SECRET);
          return record;
        }),
      );
      for (const state of states) expect(state).toEqual(states[0]);
      for (const { store } of posts) {
        const rows = store[INTERNALS].database
          .prepare(
            `SELECT c.old_value, c.new_value FROM change c
             JOIN erasure e ON e.record_id = c.record_id
             WHERE c.record_type = 'contact' AND (e.field IS NULL OR c.field = e.field)`,
          )
          .raw()
          .all();
        expect(JSON.stringify(rows)).not.toContain(SECRET);
        expect(verifyChain(store).intact).toBe(true);
        expect(firstDifferenceFromLog(store)).toBeNull();
        const kept = derivedSnapshot(store);
        rebuildDerived(store);
        expect(derivedSnapshot(store)).toEqual(kept);
      }
      for (const fixture of fixtures.splice(0)) fixture.dispose();
    }),
    { numRuns: 25 },
  );
}, 120_000);
