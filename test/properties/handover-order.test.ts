import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carriedState } from '../support/dump.ts';
import { giveCard, open, send } from '../support/handover.ts';
import {
  addContact,
  addLog,
  consentToTravel,
  failureIn,
  promiseInput,
  valueOf,
} from '../support/records.ts';
import { openVaultOf, type VaultHere } from '../support/vault-here.ts';

const step = fc.record({
  contact: fc.nat(1),
  does: fc.constantFrom('edit', 'meet', 'withhold', 'share', 'attach'),
  sends: fc.subarray([0, 1], { minLength: 0 }),
});
const story = fc.record({
  steps: fc.array(step, { minLength: 3, maxLength: 6 }),
  order: fc.array(fc.nat(20), { minLength: 4, maxLength: 10 }),
});

/** Takes a bundle in; again is no harm. */
async function takeIn(vault: VaultHere, path: string): Promise<void> {
  const { importId, conflicts } = valueOf(await open(vault, path));
  expect(conflicts).toEqual([]);
  const applied = await vault.ask.bundles.apply({ importId });
  if (!applied.ok) expect(failureIn(applied).kind).toBe('bundle-already-applied');
}

it('ends in the same state whatever the order in which bundles come, and however often', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ steps, order }) => {
      const ann = await openVaultOf('Ann Sender');
      const [bob, again] = [await openVaultOf('Bob Receiver'), await openVaultOf('Bob Receiver')];
      try {
        const recipientId = await giveCard(bob, ann);
        const ids = [await addContact(ann, 'One'), await addContact(ann, 'Two')];
        for (const id of ids) await consentToTravel(ann, id);
        const paths: string[] = [];
        for (const [n, { contact, does, sends }] of steps.entries()) {
          await live(ann, ids[contact] ?? '', does, n);
          const contactIds = sends.map((index) => ids[index] ?? '');
          if (contactIds.length === 0) continue;
          paths.push((await send(ann, { contactIds, recipientId })).path);
        }
        paths.push((await send(ann, { contactIds: ids, recipientId })).path);
        for (const path of paths) await takeIn(again, path);
        for (const n of order) await takeIn(bob, paths[n % paths.length] ?? '');
        for (const path of [...paths].reverse()) await takeIn(bob, path);
        expect(carriedState(bob.store)).toEqual(carriedState(again.store));
        expect(valueOf(await bob.ask.history.verify()).intact).toBe(true);
      } finally {
        for (const vault of [ann, bob, again]) vault.dispose();
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);

async function live(ann: VaultHere, id: string, does: string, n: number): Promise<void> {
  const { id: _, ...fields } = valueOf(await ann.ask.contacts.page({ id })).contact;
  switch (does) {
    case 'edit': {
      const method = { id: randomUUID(), kind: 'phone', value: `+1 ${String(n)}` } as const;
      const rest = { safeHours: null, neverUse: false, preferred: false, note: null };
      const methods = [...fields.methods, { ...method, ...rest }];
      const edited = { ...fields, notes: `note ${String(n)}`, methods };
      valueOf(await ann.ask.contacts.save({ id, fields: edited }));
      return;
    }
    case 'meet':
      await addLog(ann, `Meeting ${String(n)}`, [id], { promises: [promiseInput(id, 'A book')] });
      return;
    case 'attach': {
      const file = ann.grantBytes(`file-${String(n)}`, Buffer.from(`bytes ${String(n)}`));
      valueOf(await ann.ask.attachments.add({ ownerType: 'contact', ownerId: id, file }));
      return;
    }
    default: {
      // Days must rise: of several decisions of one day the stricter would hold.
      const withheld = does === 'withhold' ? (['contact-methods', 'meeting-notes'] as const) : [];
      const decidedOn = `2026-11-${String(21 + Math.min(n, 3))}`;
      await consentToTravel(ann, id, 'other-posts', { withheld: [...withheld], decidedOn });
    }
  }
}
