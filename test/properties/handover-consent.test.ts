import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf, giveCard, plaintextOf, send } from '../support/handover.ts';
import {
  actionFields,
  addContact,
  consentArg,
  consentToTravel,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from '../support/records.ts';
import { openVaultOf, type VaultHere } from '../support/vault-here.ts';

/*
 * The law of handover: of a contact without a live consent or a legitimate basis, no value leaves,
 * in no record, no history and no file; and what may go does go. What may is worked out here from
 * how each portfolio was made, not by the code that is tested.
 */

const GOING = ['consent', 'consent-to-any', 'legitimate-basis'] as const;
const STAYING = [
  ...['never-asked', 'refused', 'withdrawn', 'expired', 'other-audience', 'draft'],
  'hold-withdrawn',
] as const;
const WITHHELD = ['contact-methods', 'locality', 'meeting-notes', 'relationships'] as const;

const person = fc.record({
  ground: fc.constantFrom(...GOING, ...STAYING),
  withheld: fc.subarray([...WITHHELD]),
  edits: fc.nat(2),
});
type Person = { ground: string; withheld: readonly string[]; edits: number };

const few = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 });
const portfolio = fc.record({
  people: fc.array(person, { minLength: 4, maxLength: 4 }),
  logs: fc.array(
    fc.record({
      named: few,
      namedInDraft: few,
      isSealed: fc.boolean(),
      isCloselyHeld: fc.boolean(),
      promiseTo: fc.nat(3),
    }),
    { maxLength: 4 },
  ),
  ties: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }),
  actions: fc.array(fc.record({ subjects: few, before: few }), { maxLength: 3 }),
  files: fc.array(fc.nat(3), { maxLength: 2 }),
});

let rita: VaultHere;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
}, 60_000);
afterAll(() => {
  rita.dispose();
});

it('lets nothing leave of whoever may not travel, and all of whoever may', async () => {
  await fc.assert(
    fc.asyncProperty(portfolio, async (plan) => {
      const vault = await openVaultOf('Sven Sender');
      try {
        await check(vault, plan);
      } finally {
        vault.dispose();
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 240_000);

async function check(
  vault: VaultHere,
  plan: typeof portfolio extends fc.Arbitrary<infer Plan> ? Plan : never,
): Promise<void> {
  const recipientId = await giveCard(rita, vault);
  /** Token of every text that was written, and whether it may leave. */
  const mayLeave = new Map<string, boolean>();
  const write = (may: boolean): string => {
    const token = `tk${String(mayLeave.size).padStart(3, '0')}q`;
    mayLeave.set(token, may);
    return token;
  };
  const people: readonly Person[] = plan.people;
  const goes = (index: number): boolean =>
    (GOING as readonly string[]).includes(people[index]?.ground ?? '');
  const withholds = (index: number, part: string): boolean =>
    people[index]?.ground.startsWith('consent') === true && people[index].withheld.includes(part);
  const all = (named: readonly number[], part: string | null): boolean =>
    named.every((index) => goes(index) && !(part !== null && withholds(index, part)));

  const ids: string[] = [];
  for (const [index, one] of people.entries()) ids.push(await makePerson(index, one));

  async function makePerson(index: number, one: Person): Promise<string> {
    const may = goes(index);
    const mayMethods = may && !withholds(index, 'contact-methods');
    const fields = (): Parameters<typeof addContact>[2] => ({
      state: one.ground === 'draft' ? 'draft' : 'active',
      codeName: write(may),
      profession: write(may),
      locality: write(may && !withholds(index, 'locality')),
      coverPhrase: write(mayMethods),
      methods: [
        {
          ...{ id: randomUUID(), kind: 'phone', value: write(mayMethods), safeHours: null },
          ...{ neverUse: false, preferred: true, note: write(mayMethods) },
        },
      ],
      tags: [write(may)],
      notes: write(may),
      legitimateBasis:
        one.ground === 'legitimate-basis'
          ? { ground: 'public-role', explanation: write(may) }
          : null,
    });
    const id = await addContact(vault, write(may), fields());
    for (let edit = 0; edit < one.edits; edit += 1) {
      const { id: _, ...kept } = valueOf(await vault.ask.contacts.page({ id })).contact;
      valueOf(await vault.ask.contacts.save({ id, fields: { ...kept, ...fields() } }));
    }
    const note = (): { note: string } => ({ note: write(may) });
    const decide = (change: object, hold = false): Promise<unknown> =>
      vault.ask.consents
        .record(
          consentArg(id, [hold ? 'hold-record' : 'share-inside-mission'], ['any'], {
            decidedOn: '2026-11-21',
            ...('note' in change ? {} : note()),
            ...change,
          }),
        )
        .then(valueOf);
    const given = (): { withheld: never; note: string } => ({
      withheld: [...one.withheld] as never,
      ...note(),
    });
    switch (one.ground) {
      case 'consent':
      case 'draft':
        await consentToTravel(vault, id, 'other-posts', given());
        break;
      case 'consent-to-any':
        await decide(given());
        break;
      case 'refused':
        await decide({ decision: 'refused' });
        break;
      case 'withdrawn':
        await consentToTravel(vault, id, 'other-posts', given());
        await decide({ decision: 'withdrawn' });
        break;
      case 'expired':
        await decide({ expiresOn: '2026-11-22' });
        break;
      case 'other-audience':
        await consentToTravel(vault, id, 'capital', given());
        break;
      case 'hold-withdrawn':
        await consentToTravel(vault, id, 'other-posts', given());
        await decide({ decision: 'withdrawn' }, true);
        break;
      default:
        break;
    }
    return id;
  }
  const idsOf = (indexes: readonly number[]): string[] => indexes.map((index) => ids[index] ?? '');

  for (const log of plan.logs) {
    const ever = [...log.named, ...log.namedInDraft];
    const may = log.isSealed && !log.isCloselyHeld && all(ever, 'meeting-notes');
    const fields = (): Parameters<typeof meetingArg>[2] => ({
      fields: {
        ...{ place: write(may), said: write(may), told: write(may), interpreter: write(may) },
        sensitivity: log.isCloselyHeld ? 'closely-held' : 'normal',
      },
      promises: [promiseInput(ids[log.promiseTo] ?? '', write(may && goes(log.promiseTo)))],
      followUps: [followUpInput(write(may), { assignedTo: write(may) })],
    });
    // What is saved again without an id takes the place of what was there: that never travels.
    const draft = { ...meetingArg(write(may), idsOf(log.namedInDraft), fields()) };
    for (const part of [...draft.promises, ...draft.followUps]) mayLeave.set(part.text, false);
    for (const part of draft.followUps) mayLeave.set(part.assignedTo ?? '', false);
    const { id } = valueOf(await vault.ask.meetings.save(draft));
    const final = meetingArg(write(may), idsOf(log.named), fields());
    valueOf(await vault.ask.meetings.save({ ...final, id, seal: log.isSealed }));
  }
  for (const [from, to] of plan.ties) {
    if (from === to) continue;
    const fields = { fromContactId: ids[from] ?? '', toContactId: ids[to] ?? '' };
    const note = write(all([from, to], 'relationships'));
    valueOf(
      await vault.ask.contacts.saveRelationship({
        id: null,
        fields: { ...fields, type: 'colleague-of', since: null, until: null, note },
      }),
    );
  }
  for (const { subjects, before } of plan.actions) {
    const may = all([...subjects, ...before], null);
    const fields = (named: readonly number[]): ReturnType<typeof actionFields> =>
      actionFields(write(may), idsOf(named), {
        ...{ detail: write(may), owner: write(may), outcome: write(may) },
      });
    const { id } = valueOf(await vault.ask.actions.save({ id: null, fields: fields(before) }));
    valueOf(await vault.ask.actions.save({ id, fields: fields(subjects) }));
  }
  for (const [n, index] of plan.files.entries()) {
    const may = goes(index);
    const bytes = Buffer.from(`${write(may)} ${String(n)}`);
    const file = vault.grantBytes(`${write(may)}.txt`, bytes);
    const owner = { ownerType: 'contact', ownerId: ids[index] ?? '' } as const;
    valueOf(await vault.ask.attachments.add({ ...owner, file }));
  }

  // Somebody who may always travel, so that there always is a bundle.
  const companion = await addContact(vault, write(true));
  await consentToTravel(vault, companion);
  const { path, preview } = await send(vault, { contactIds: [...ids, companion], recipientId });
  const text = (await plaintextOf(rita, path)).toString('latin1');
  const left = [...mayLeave].filter(([token]) => text.includes(token)).map(([token]) => token);
  const may = [...mayLeave].filter(([, allowed]) => allowed).map(([token]) => token);
  expect(left).toEqual(may);
  // Not even as an identifier.
  const staying = ids.filter((_, index) => !goes(index));
  expect(staying.filter((id) => text.includes(id))).toEqual([]);
  expect(preview.travels.map(({ contactId }) => contactId).sort()).toEqual(
    [companion, ...ids.filter((_, index) => goes(index))].sort(),
  );
  expect((await contentsOf(rita, path)).manifest.counts).toEqual(preview.counts);
}
