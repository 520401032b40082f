import { OVERRIDE } from '../unit/vault/service/records.ts';
import {
  actionFields,
  addAction,
  addContact,
  addLog,
  consentArg,
  followUpInput,
  promiseInput,
  valueOf,
} from './records.ts';
import { addSituation } from './situation.ts';
import type { VaultHere } from './vault-here.ts';

/**
 * A small portfolio in the middle of things, so that a random history has something to go wrong
 * with: two people with consents, actions planned, under way on consent and under way on an
 * override, a file, a draft and a sealed log, a contact not taken in yet.
 */
export async function beginPortfolio(vault: VaultHere): Promise<void> {
  const { ask } = vault;
  const one = await addContact(vault, 'One');
  const two = await addContact(vault, 'Two');
  await addContact(vault, 'A card', { state: 'draft' });
  const purposes = ['private-approach', 'share-with-un', 'share-inside-mission', 'hold-record'];
  for (const id of [one, two]) {
    valueOf(
      await ask.consents.record(
        consentArg(id, purposes as Parameters<typeof consentArg>[1], ['any'], {
          decidedOn: '2026-11-20',
          expiresOn: id === two ? '2026-12-31' : null,
        }),
      ),
    );
  }
  valueOf(
    await ask.consents.record(
      consentArg(one, ['statistics'], ['any'], { decidedOn: '2026-11-20' }),
    ),
  );
  const running = await addAction(vault, 'Under way', [one]);
  valueOf(await ask.actions.move({ id: running, status: 'in-progress' }));
  const overridden = await addAction(vault, 'On an override', [two], {
    type: 'trial-observation',
  });
  valueOf(
    await ask.actions.move({ id: overridden, status: 'in-progress', override: { ...OVERRIDE } }),
  );
  await addAction(vault, 'Planned', [one, two]);
  const done = await addAction(vault, 'Done', [one]);
  valueOf(await ask.actions.move({ id: done, status: 'done' }));
  const fields = actionFields('Done', [one], { doneOn: '2026-10-01' });
  valueOf(await ask.actions.save({ id: done, fields }));
  addSituation(vault.store, one, done);
  const tie = { fromContactId: one, toContactId: two, type: 'colleague-of' } as const;
  valueOf(
    await ask.contacts.saveRelationship({
      id: null,
      fields: { ...tie, since: null, until: null, note: '' },
    }),
  );
  const file = vault.grantBytes('paper.txt', Buffer.from('A word'));
  valueOf(await ask.attachments.add({ ownerType: 'contact', ownerId: one, file }));
  await addLog(vault, 'A talk', [one], {
    promises: [promiseInput(one, 'A book')],
    followUps: [followUpInput('Call the lawyer')],
  });
  await addLog(vault, 'A draft', [two], { seal: false });
}
