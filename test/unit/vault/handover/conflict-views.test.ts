import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportConflict } from '../../../../src/shared/contract/bundles.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import { giveCard, open, receive, send, type Sent } from '../../../support/handover.ts';
import { forge, setBy } from '../../../support/hostile.ts';
import { addTraveller, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let ann: VaultHere;
let bob: VaultHere;
let bobId: string;
let id: string;
let handedOver: Sent;
beforeEach(async () => {
  ann = await openVaultOf('Ann Sender');
  bob = await openVaultOf('Bob Receiver');
  bobId = await giveCard(bob, ann);
  await giveCard(ann, bob);
  id = await addTraveller(ann, 'Amina', { profession: 'teacher', riskLevel: 'low', notes: 'One.' });
  handedOver = await send(ann, { contactIds: [id], recipientId: bobId });
  await receive(bob, handedOver.path);
});
afterEach(() => {
  ann.dispose();
  bob.dispose();
});

async function edit(vault: VaultHere, fields: Partial<ContactFields>): Promise<void> {
  const { id: _, ...kept } = valueOf(await vault.ask.contacts.page({ id })).contact;
  valueOf(await vault.ask.contacts.save({ id, fields: { ...kept, ...fields } }));
}

async function conflictsAtBob(): Promise<readonly ImportConflict[]> {
  const { path } = await send(ann, { contactIds: [id], recipientId: bobId });
  return valueOf(await open(bob, path)).conflicts;
}

describe('what is said of a conflict', () => {
  it('is who wrote each side and when, by the history of both', async () => {
    await edit(bob, { profession: 'headteacher' });
    await edit(ann, { profession: 'professor' });
    const [conflict] = await conflictsAtBob();
    const written = async (vault: VaultHere): Promise<ImportConflict['mineBy']> => {
      const [newest] = valueOf(await vault.ask.history.ofRecord({ type: 'contact', id }));
      return newest === undefined ? null : { author: newest.author, at: newest.at };
    };
    expect(conflict).toMatchObject({ label: 'Amina', contactIds: [id] });
    expect([conflict?.mineBy, conflict?.theirsBy]).toEqual([
      await written(bob),
      await written(ann),
    ]);
    expect([conflict?.mineBy?.author, conflict?.theirsBy?.author]).toEqual([
      'Bob Receiver',
      'Ann Sender',
    ]);
  });

  it('is why an answer is suggested: the later, the more careful, or both with nothing lost', async () => {
    await edit(ann, { profession: 'professor', riskLevel: 'extreme', notes: 'One, by Ann.' });
    await edit(bob, { profession: 'headteacher', riskLevel: 'high', notes: 'One, by Bob.' });
    const said = (await conflictsAtBob()).map(({ field, suggested, because }) => [
      ...[field, suggested, because],
    ]);
    expect(new Map(said.map(([field, ...rest]) => [field, rest]))).toEqual(
      new Map([
        ['profession', ['mine', 'later']],
        ['riskLevel', ['theirs', 'more-careful']],
        ['notes', ['both', 'nothing-lost']],
      ]),
    );
  });

  it('is of a removal who removed and who edited last, and that an edit outlives it', async () => {
    await edit(bob, { profession: 'headteacher' });
    await edit(bob, { locality: 'Halmere' });
    const removal = setBy(ann, [
      { type: 'contact', id, field: '$exists', old: true, new: null },
      { type: 'contact', id, field: 'profession', old: 'teacher', new: null },
    ]);
    const path = await forge(ann, bob, {
      changeSets: [{ ...removal, reason: 'remove' }],
      manifest: { sequence: 2, previousBundle: handedOver.sha256 },
    });
    const [conflict, ...others] = valueOf(await open(bob, path)).conflicts;
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      kind: 'edit-delete',
      mine: true,
      theirs: null,
      suggested: 'mine',
      because: 'edit-outlives-removal',
      mineBy: { author: 'Bob Receiver' },
      theirsBy: { author: 'Ann Sender', at: removal.at },
    });
    expect(conflict?.edits.map(({ field, to }) => [field, to])).toEqual(
      expect.arrayContaining([
        ['profession', 'headteacher'],
        ['locality', 'Halmere'],
      ]),
    );
  });
});
