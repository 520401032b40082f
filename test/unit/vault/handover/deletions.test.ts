import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MergeChoice } from '../../../../src/shared/contract/bundles.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import { carriedState, dumpOf } from '../../../support/dump.ts';
import { contentsOf, giveCard, open, receive, send } from '../../../support/handover.ts';
import {
  addAction,
  addContact,
  addTraveller,
  failureIn,
  valueOf,
} from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let annId: string;
let bobId: string;
/** Somebody who always travels, so that there always is a bundle. */
let companion: string;
let amina: string;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  annId = await giveCard(ann, bob);
  companion = await addTraveller(ann, 'Companion');
  amina = await addTraveller(ann, 'Amina', { notes: 'first' });
  await relate(ann);
  const file = ann.grantBytes('letter.txt', Buffer.from('a letter'));
  valueOf(await ann.ask.attachments.add({ ownerType: 'contact', ownerId: amina, file }));
  await receive(bob, await sent(ann, bobId, [companion, amina]));
});
afterEach(async () => {
  for (const vault of [ann, bob]) {
    expect(valueOf(await vault.ask.history.verify()).intact).toBe(true);
    vault.dispose();
  }
});

async function relate(vault: VaultHere): Promise<string> {
  const fields = { fromContactId: amina, toContactId: companion, type: 'colleague-of' } as const;
  const rest = { since: null, until: null, note: '' };
  const arg = { id: null, fields: { ...fields, ...rest } };
  return valueOf(await vault.ask.contacts.saveRelationship(arg)).id;
}

async function sent(
  from: VaultHere,
  recipientId: string,
  contactIds: string[] = [companion],
): Promise<string> {
  return (await send(from, { contactIds, recipientId })).path;
}

async function edit(vault: VaultHere, fields: Partial<ContactFields>): Promise<void> {
  const { id: _, ...kept } = valueOf(await vault.ask.contacts.page({ id: amina })).contact;
  valueOf(await vault.ask.contacts.save({ id: amina, fields: { ...kept, ...fields } }));
}

async function remove(vault: VaultHere, id: string = amina): Promise<void> {
  valueOf(await vault.ask.contacts.remove({ id }));
}

/** Opens a bundle and answers every question alike. */
async function decide(vault: VaultHere, path: string, choice: MergeChoice): Promise<unknown[]> {
  const { importId, conflicts } = valueOf(await open(vault, path));
  const decisions = conflicts.map(({ key }) => ({ key, choice }));
  valueOf(await vault.ask.bundles.apply({ importId, decisions }));
  return conflicts.map(({ kind, field, record }) => [kind, field, record.type]);
}

async function holds(vault: VaultHere): Promise<{ contact: boolean; ties: number; files: number }> {
  const page = await vault.ask.contacts.page({ id: amina });
  if (!page.ok) return { contact: false, ties: 0, files: 0 };
  const { relationships, attachments } = page.value;
  return { contact: true, ties: relationships.length, files: attachments.length };
}

const WHOLE = { contact: true, ties: 1, files: 1 };
const GONE = { contact: false, ties: 0, files: 0 };

describe('a removal', () => {
  it('travels to whoever has the record, is shown beforehand, and goes again by one undo', async () => {
    await remove(ann);
    const { path, preview } = await send(ann, { contactIds: [companion], recipientId: bobId });
    expect(preview.removals.map(({ record, label }) => [record.type, label])).toContainEqual([
      'contact',
      'Amina',
    ]);
    const before = carriedState(bob.store);
    const seen = valueOf(await open(bob, path));
    expect(seen.conflicts).toEqual([]);
    expect(seen.deletions.map(({ record, label }) => [record.type, label]).sort()).toEqual([
      ['attachment', 'letter.txt'],
      ['contact', 'Amina'],
      ['relationship', 'Amina – Companion'],
    ]);
    expect(carriedState(bob.store)).toEqual(before);
    valueOf(await bob.ask.bundles.apply({ importId: seen.importId }));
    expect(await holds(bob)).toEqual(GONE);
    const [imported] = valueOf(await bob.ask.history.recent({ limit: 1 }));
    valueOf(await bob.ask.history.undo({ changeSetId: imported?.id ?? '' }));
    expect(carriedState(bob.store)).toEqual(before);
  });

  it('says no more than that: nothing that was written since they had it', async () => {
    await edit(ann, { notes: 'written after it was sent' });
    await remove(ann);
    const { changeSets } = await contentsOf(bob, await sent(ann, bobId));
    const ofAmina = changeSets.flatMap(({ changes }) => changes.filter(({ id }) => id === amina));
    expect(ofAmina.map(({ field }) => field)).toEqual(['$exists', '$exists']);
  });

  it('of what they never had does not travel', async () => {
    const secret = await addContact(ann, 'Never sent');
    const later = await relate(ann);
    await remove(ann, secret);
    valueOf(await ann.ask.contacts.removeRelationship({ id: later }));
    const { changeSets } = await contentsOf(bob, await sent(ann, bobId));
    const ids = new Set(changeSets.flatMap(({ changes }) => changes.map(({ id }) => id)));
    expect([ids.has(secret), ids.has(later)]).toEqual([false, false]);
  });

  it('is not what the undoing of an import is', async () => {
    const [imported] = valueOf(await bob.ask.history.recent({ limit: 1 }));
    valueOf(await bob.ask.history.undo({ changeSetId: imported?.id ?? '' }));
    const own = await addTraveller(bob, 'Of Bob');
    const { preview } = await send(bob, { contactIds: [own], recipientId: annId });
    expect(preview.removals).toEqual([]);
  });

  it('on both sides is none to ask about', async () => {
    await remove(ann);
    await remove(bob);
    const seen = await receive(bob, await sent(ann, bobId));
    expect([seen.conflicts, seen.deletions, await holds(bob)]).toEqual([[], [], GONE]);
    await receive(ann, await sent(bob, annId));
    expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
  });

  it('made in knowledge of their edit is none to ask about', async () => {
    await edit(bob, { notes: 'by Bob' });
    await receive(ann, await sent(bob, annId, [companion, amina]));
    await remove(ann);
    const seen = await receive(bob, await sent(ann, bobId));
    expect([seen.conflicts, await holds(bob)]).toEqual([[], GONE]);
  });
});

describe('an edit here against a removal there', () => {
  beforeEach(async () => {
    await edit(bob, { notes: 'by Bob' });
    await remove(ann);
  });

  it('is asked; kept, the contact stays with what it had and comes back to the remover', async () => {
    const asked = await decide(bob, await sent(ann, bobId), 'mine');
    expect(asked).toEqual([['edit-delete', '$exists', 'contact']]);
    expect(await holds(bob)).toEqual(WHOLE);
    await receive(ann, await sent(bob, annId, [companion, amina]));
    expect(await holds(ann)).toEqual(WHOLE);
    expect(valueOf(await ann.ask.contacts.page({ id: amina })).contact.notes).toBe('by Bob');
    expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
  });

  it('is asked; removed, it is gone on both sides', async () => {
    await decide(bob, await sent(ann, bobId), 'theirs');
    expect(await holds(bob)).toEqual(GONE);
    await receive(ann, await sent(bob, annId));
    expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
  });

  it('names the edit, and is asked once', async () => {
    const path = await sent(ann, bobId);
    const { conflicts } = valueOf(await open(bob, path));
    expect(conflicts).toMatchObject([
      {
        ...{ base: true, mine: true, theirs: null, both: null, suggested: 'mine' },
        ...{ label: 'Amina', contactIds: [amina] },
        edits: [{ field: 'notes', from: 'first', to: 'by Bob' }],
      },
    ]);
    await decide(bob, path, 'mine');
    expect((await receive(bob, await sent(ann, bobId))).conflicts).toEqual([]);
    expect(await holds(bob)).toEqual(WHOLE);
  });
});

describe('a removal here against an edit there', () => {
  beforeEach(async () => {
    await remove(bob);
    await edit(ann, { notes: 'by Ann' });
  });

  it.each([
    ['mine', GONE],
    ['theirs', WHOLE],
  ] as const)('is asked; decided for %s, both sides end alike', async (choice, held) => {
    const asked = await decide(bob, await sent(ann, bobId, [companion, amina]), choice);
    expect(asked).toEqual([['delete-edit', '$exists', 'contact']]);
    expect(await holds(bob)).toEqual(held);
    const contactIds = choice === 'mine' ? [companion] : [companion, amina];
    const back = await sent(bob, annId, contactIds);
    // Ann's own edit is what is given up: she is asked as Bob was.
    await decide(ann, back, 'theirs');
    expect(await holds(ann)).toEqual(held);
    expect(carriedState(ann.store)).toEqual(carriedState(bob.store));
  });
});

it('something added here to what was removed there is asked about, and goes along or keeps it', async () => {
  const added = await relate(bob);
  await remove(ann);
  const path = await sent(ann, bobId);
  const { conflicts } = valueOf(await open(bob, path));
  expect(conflicts).toMatchObject([
    { kind: 'edit-delete', edits: [], goesAlong: [{ record: { id: added } }] },
  ]);
  await decide(bob, path, 'theirs');
  expect(await holds(bob)).toEqual(GONE);
  expect(carriedState(bob.store)['relationship']).toEqual([]);
});

it('something added there to what was removed here is asked about, and goes along or brings it back', async () => {
  await relate(ann);
  await remove(bob);
  const path = await sent(ann, bobId, [companion, amina]);
  expect(await decide(bob, path, 'theirs')).toEqual([['delete-edit', '$exists', 'contact']]);
  expect(await holds(bob)).toEqual({ contact: true, ties: 2, files: 1 });
});

it('very many are asked for', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 11; n += 1) ids.push(await addTraveller(ann, `Number ${String(n)}`));
  await receive(bob, await sent(ann, bobId, [companion, ...ids]));
  for (const id of ids) await remove(ann, id);
  const seen = valueOf(await open(bob, await sent(ann, bobId)));
  expect([seen.deletions.length, seen.isMassDeletion]).toEqual([11, true]);
  const { importId } = seen;
  const before = dumpOf(bob.store);
  expect(failureIn(await bob.ask.bundles.apply({ importId }))).toEqual({
    kind: 'mass-deletion',
    deletions: 11,
  });
  expect(dumpOf(bob.store)).toEqual(before);
  valueOf(await bob.ask.bundles.apply({ importId, allowDeletions: true }));
  expect(valueOf(await bob.ask.contacts.list({})).total).toBe(2);
});

it('what happened outlives the contact, here as where it was removed', async () => {
  await addAction(bob, 'Raise it', [amina]);
  await remove(ann);
  const seen = await receive(bob, await sent(ann, bobId));
  expect([seen.conflicts, await holds(bob)]).toEqual([[], GONE]);
  expect(valueOf(await bob.ask.actions.list({}))).toHaveLength(1);
});
