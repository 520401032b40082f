import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportConflict, MergeChoice } from '../../../../src/shared/contract/bundles.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import { carriedState, dumpOf } from '../../../support/dump.ts';
import { giveCard, open, receive, send } from '../../../support/handover.ts';
import { addTraveller, failureIn, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let annId: string;
let bobId: string;
let id: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  annId = await giveCard(ann, bob);
  id = await addTraveller(ann, 'Amina', { profession: 'teacher', tags: ['press'] });
  await receive(bob, await sent(ann, bobId));
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

async function sent(from: VaultHere, recipientId: string): Promise<string> {
  return (await send(from, { contactIds: [id], recipientId })).path;
}

async function edit(vault: VaultHere, fields: Partial<ContactFields>): Promise<void> {
  const { id: _, ...kept } = valueOf(await vault.ask.contacts.page({ id })).contact;
  valueOf(await vault.ask.contacts.save({ id, fields: { ...kept, ...fields } }));
}

async function contact(vault: VaultHere): Promise<ContactFields> {
  return valueOf(await vault.ask.contacts.page({ id })).contact;
}

function choose(conflicts: readonly ImportConflict[], choice: MergeChoice) {
  return conflicts.map(({ key }) => ({ key, choice }));
}

describe.each([
  ['mine', 'headteacher'],
  ['theirs', 'professor'],
] as const)('a field edited on both sides, decided for %s', (choice, value) => {
  it('stands so on both sides once it travels back, and is not asked again', async () => {
    await edit(bob, { profession: 'headteacher' });
    await edit(ann, { profession: 'professor' });
    const path = await sent(ann, bobId);
    const { importId, conflicts } = valueOf(await open(bob, path));
    expect(conflicts.map(({ field, both }) => [field, both])).toEqual([['profession', null]]);
    const decisions = choose(conflicts, choice);
    valueOf(await bob.ask.bundles.apply({ importId, decisions }));
    expect((await contact(bob)).profession).toBe(value);

    // The same again, and a later bundle of a sender who does not know of the decision.
    expect(valueOf(await open(bob, path)).conflicts).toEqual([]);
    await edit(ann, { notes: 'later' });
    expect((await receive(bob, await sent(ann, bobId))).conflicts).toEqual([]);
    expect((await contact(bob)).profession).toBe(value);

    expect((await receive(ann, await sent(bob, annId))).conflicts).toEqual([]);
    expect((await contact(ann)).profession).toBe(value);
    expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
    const values = valueOf(await ann.ask.history.ofRecord({ type: 'contact', id })).flatMap(
      ({ changes }) => changes.filter(({ field }) => field === 'profession').map(({ to }) => to),
    );
    expect(values).toEqual(expect.arrayContaining(['headteacher', 'professor']));
    for (const vault of [ann, bob]) {
      expect(valueOf(await vault.ask.history.verify()).intact).toBe(true);
    }
  });
});

it('lists unite and paragraphs come together without a question', async () => {
  await edit(ann, { notes: 'One.\n\nTwo.\n\nThree.' });
  await receive(bob, await sent(ann, bobId));
  await edit(bob, { tags: ['press', 'coast'], notes: 'One, by Bob.\n\nTwo.\n\nThree.' });
  await edit(ann, { tags: ['law', 'press'], notes: 'One.\n\nTwo.\n\nThree, by Ann.' });
  const preview = await receive(bob, await sent(ann, bobId));
  expect([preview.conflicts, preview.mergedFields]).toEqual([[], 2]);
  const { tags, notes } = await contact(bob);
  expect([[...tags].sort(), notes]).toEqual([
    ['coast', 'law', 'press'],
    'One, by Bob.\n\nTwo.\n\nThree, by Ann.',
  ]);
  await receive(ann, await sent(bob, annId));
  expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
});

describe('a decision', () => {
  beforeEach(async () => {
    await edit(bob, { profession: 'headteacher' });
    await edit(ann, { profession: 'professor' });
  });

  it('is about the values that were seen: after another edit it is asked again', async () => {
    const { importId, conflicts } = valueOf(await open(bob, await sent(ann, bobId)));
    await edit(bob, { profession: 'rector' });
    const before = dumpOf(bob.store);
    const decisions = choose(conflicts, 'theirs');
    const refused = failureIn(await bob.ask.bundles.apply({ importId, decisions }));
    expect([refused.kind, dumpOf(bob.store)]).toEqual(['bundle-conflicts', before]);
    const again = valueOf(await bob.ask.bundles.preview({ importId }));
    expect(again.conflicts.map(({ mine, theirs }) => [mine, theirs])).toEqual([
      ['rector', 'professor'],
    ]);
    const now = choose(again.conflicts, 'mine');
    valueOf(await bob.ask.bundles.apply({ importId, decisions: now }));
    expect((await contact(bob)).profession).toBe('rector');
  });

  it('for both is none where both cannot be', async () => {
    const { importId, conflicts } = valueOf(await open(bob, await sent(ann, bobId)));
    const decisions = choose(conflicts, 'both');
    const refused = failureIn(await bob.ask.bundles.apply({ importId, decisions }));
    expect(refused.kind).toBe('bundle-conflicts');
  });
});
