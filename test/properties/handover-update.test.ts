import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WithheldPart } from '../../src/shared/model/vocabulary/consent.ts';
import { carriedState } from '../support/dump.ts';
import { exportAs, giveCard, open, previewOf, type Choice } from '../support/handover.ts';
import {
  addContact,
  addLog,
  consentToTravel,
  failureIn,
  promiseInput,
  valueOf,
} from '../support/records.ts';
import { openVaultOf, type VaultHere } from '../support/vault-here.ts';

/*
 * What an update brings is what a handover of everything would have brought. Ann lives on and now
 * and then writes to Bob and to Carol: one is sent updates, the other whole handovers, of the same
 * contacts at the same moments. Both must end with the same records.
 */

const DOES = ['edit', 'meet', 'tie', 'untie', 'attach', 'withhold', 'withdraw', 'share'] as const;
const step = fc.record({
  contact: fc.nat(2),
  does: fc.constantFrom(...DOES, 'edit', 'reply', 'reply'),
  sends: fc.boolean(),
});
const story = fc.array(step, { minLength: 5, maxLength: 9 });

/** Takes in what there is to take in; says whether there was anything. */
async function bring(from: VaultHere, to: VaultHere, choice: Choice): Promise<boolean> {
  const { previewId } = await previewOf(from, choice);
  const path = from.path(`${randomUUID()}.age`);
  const sent = await exportAs(from, choice, previewId, path);
  if (!sent.ok) {
    expect(['nothing-new', 'nothing-to-export']).toContain(failureIn(sent).kind);
    return false;
  }
  await takeIn(to, path);
  return true;
}

async function takeIn(vault: VaultHere, path: string): Promise<void> {
  const { importId, conflicts } = valueOf(await open(vault, path));
  expect(conflicts).toEqual([]);
  valueOf(await vault.ask.bundles.apply({ importId, decisions: [], allowDeletions: true }));
}

it('an update after any history leaves the recipient where a whole handover would have', async () => {
  let updates = 0;
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const ann = await openVaultOf('Ann Sender');
      const [bob, carol] = [await openVaultOf('Bob Receiver'), await openVaultOf('Carol Receiver')];
      try {
        const recipientId = await giveCard(bob, ann);
        const senderId = await giveCard(ann, bob);
        const ids: string[] = [];
        for (const name of ['One', 'Two', 'Three']) {
          const id = await addContact(ann, name);
          await consentToTravel(ann, id);
          ids.push(id);
        }
        const toBob = { contactIds: ids, recipientId };
        const toCarol = { contactIds: ids, recipientId: await giveCard(carol, ann) };
        await bring(ann, bob, toBob);
        await bring(ann, carol, toCarol);
        const withdrawn = new Set<string>();
        for (const [n, { contact, does, sends }] of [...steps, FINAL].entries()) {
          const id = ids[contact] ?? '';
          if (does === 'withdraw') withdrawn.add(id);
          if (does === 'reply') {
            // Of whom Ann may not tell, the vault without Bob's own edits would not hear of them.
            if (withdrawn.size > 0) continue;
            await edit(bob, id, { profession: `from Bob ${String(n)}` });
            await bring(bob, ann, { contactIds: [id], recipientId: senderId });
          } else await live(ann, id, does, n);
          if (!sends && does !== 'reply') continue;
          if (await bring(ann, bob, { ...toBob, kind: 'update' })) updates += 1;
          await bring(ann, carol, toCarol);
        }
        expect(carriedState(bob.store)).toEqual(carriedState(carol.store));
        expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
      } finally {
        for (const vault of [ann, bob, carol]) vault.dispose();
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  expect(updates).toBeGreaterThan(0);
}, 300_000);

const FINAL = { contact: 0, does: 'edit', sends: true } as const;

type Does = (typeof DOES)[number];
const DAYS = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'];

async function edit(vault: VaultHere, id: string, change: object): Promise<void> {
  const { id: _, ...fields } = valueOf(await vault.ask.contacts.page({ id })).contact;
  valueOf(await vault.ask.contacts.save({ id, fields: { ...fields, ...change } }));
}

async function live(ann: VaultHere, id: string, does: Does, n: number): Promise<void> {
  const decidedOn = DAYS[Math.min(n, 3)] ?? '';
  const decide = (withheld: WithheldPart[], change: object = {}): Promise<void> =>
    consentToTravel(ann, id, 'other-posts', { withheld, decidedOn, ...change });
  switch (does) {
    case 'edit':
      return edit(ann, id, { notes: `note ${String(n)}`, coverPhrase: `cover ${String(n)}` });
    case 'meet':
      await addLog(ann, `Meeting ${String(n)}`, [id], { promises: [promiseInput(id, 'A book')] });
      return;
    case 'attach': {
      const file = ann.grantBytes(`file-${String(n)}`, Buffer.from(`bytes ${String(n)}`));
      valueOf(await ann.ask.attachments.add({ ownerType: 'contact', ownerId: id, file }));
      return;
    }
    case 'tie': {
      const other = await addContact(ann, `Tied ${String(n)}`);
      await consentToTravel(ann, other);
      const ends = { fromContactId: id, toContactId: other, type: 'colleague-of' as const };
      const fields = { ...ends, since: null, until: null, note: String(n) };
      valueOf(await ann.ask.contacts.saveRelationship({ id: null, fields }));
      return;
    }
    case 'untie': {
      const { attachments } = valueOf(await ann.ask.contacts.page({ id }));
      const [attachment] = attachments;
      if (attachment !== undefined) {
        valueOf(await ann.ask.attachments.remove({ id: attachment.id }));
      }
      return;
    }
    case 'withhold':
      return decide(['contact-methods', 'meeting-notes']);
    case 'withdraw':
      return decide([], { decision: 'withdrawn' });
    default:
      return decide([]);
  }
}
