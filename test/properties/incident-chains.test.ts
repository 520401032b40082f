import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { chainOf, circlingAmong } from '../../src/vault/store/incidents.ts';
import { because } from '../../src/vault/service/context.ts';
import { incidentFields } from '../support/situation.ts';
import { makeVault, type Vault } from '../unit/vault/service/vault-fixture.ts';
import { addContact, valueOf } from '../unit/vault/service/records.ts';

let vault: Vault;
let defender: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

/** Few, so that short sequences come upon circles. */
const INCIDENTS = 3;

type Step =
  | { readonly kind: 'follow'; readonly who: number; readonly whom: number | null }
  | { readonly kind: 'remove'; readonly who: number }
  | { readonly kind: 'undo'; readonly which: number };

const nth = fc.nat(INCIDENTS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('follow' as const),
      who: nth,
      whom: fc.option(nth, { nil: null }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), who: nth }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(30) }) },
);

describe('a chain of events', () => {
  it('has no circle after any sequence of links, removals and undoings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        const { ask, store } = vault;
        const ids: string[] = [];
        for (let index = 0; index < INCIDENTS; index += 1) {
          const fields = incidentFields(defender, { title: `${index}` });
          ids.push(valueOf(await ask.incidents.save({ id: null, fields })).id);
        }
        const written: string[] = [];
        for (const one of steps) {
          if (one.kind === 'undo') {
            const changeSetId = written[one.which % Math.max(1, written.length)];
            const undone = changeSetId && (await ask.history.undo({ changeSetId }));
            if (undone && undone.ok) written.push(undone.value.changeSetId);
          } else {
            const id = ids[one.who] ?? '';
            const outcome =
              one.kind === 'remove'
                ? await ask.incidents.remove({ id })
                : await ask.incidents.save({
                    id,
                    fields: incidentFields(defender, {
                      followsId: one.whom === null ? null : (ids[one.whom] ?? ''),
                    }),
                  });
            if (outcome.ok && outcome.value.changeSetId !== null) {
              written.push(outcome.value.changeSetId);
            }
          }
          expect(circlingAmong(store, ids)).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('can be read, and mended by hand, where two merged vaults closed it between them', async () => {
    const { ask, store, context } = vault;
    await fc.assert(
      fc.asyncProperty(
        fc.array(nth, { minLength: INCIDENTS, maxLength: INCIDENTS }),
        async (follows) => {
          // As the change log takes a bundle in: no use case in between.
          const { value: ids } = writeChangeSet(store, because(context, 'edit'), (writer) => {
            const made = follows.map(() => writer.create('incident', incidentFields(defender)));
            for (const [index, whom] of follows.entries()) {
              writer.update('incident', made[index] ?? '', { followsId: made[whom] ?? null });
            }
            return made;
          });
          // Every incident follows one of them, so walking on from any comes to a circle.
          expect(circlingAmong(store, ids).length).toBeGreaterThan(0);
          for (const id of ids) {
            const chain = chainOf(store, id).map((line) => line.id);
            expect([chain.includes(id), new Set(chain).size]).toEqual([true, chain.length]);
          }
          for (const id of circlingAmong(store, ids)) {
            const fields = incidentFields(defender, { followsId: null });
            valueOf(await ask.incidents.save({ id, fields }));
          }
          expect(circlingAmong(store, ids)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
