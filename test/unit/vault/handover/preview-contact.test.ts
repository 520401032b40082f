import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ContactPreview } from '../../../../src/shared/contract/bundles.ts';
import { argOf, giveCard, previewOf, send, type Choice } from '../../../support/handover.ts';
import {
  addContact,
  addLog,
  addTraveller,
  consentToTravel,
  failureIn,
  meetingArg,
  valueOf,
} from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let rita: VaultHere;
let vault: VaultHere;
let recipientId: string;
beforeAll(async () => {
  rita = await openVaultOf('Rita Receiver');
});
afterAll(() => {
  rita.dispose();
});
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
  recipientId = await giveCard(rita, vault);
});
afterEach(() => {
  vault.dispose();
});

async function look(choice: Choice, contactId: string): Promise<ContactPreview> {
  const { previewId } = await previewOf(vault, choice);
  const arg = { ...argOf(choice), previewId, contactId };
  return valueOf(await vault.ask.bundles.previewContact(arg));
}

/** What goes, and what stays with its reason, by field and by record. */
function told({ fields, records }: ContactPreview): Record<string, unknown> {
  const byName = (names: string[]): string[] => names.sort();
  return {
    goes: byName([
      ...fields.filter(({ why }) => why === null).map(({ field }) => field),
      ...records
        .filter(({ why }) => why === null)
        .map(({ record, label }) => `${record.type} ${label}`),
    ]),
    stays: Object.fromEntries([
      ...fields.filter(({ why }) => why !== null).map(({ field, why }) => [field, why]),
      ...records.filter(({ why }) => why !== null).map(({ label, why }) => [label, why]),
    ]),
  };
}

it('names each field and record of a contact that goes, and why the rest stays', async () => {
  const amina = await addContact(vault, 'Amina', {
    locality: 'Harbour',
    profession: 'Teacher',
    privateNotes: 'My own impression',
  });
  await consentToTravel(vault, amina, 'other-posts', { withheld: ['locality'] });
  const stranger = await addContact(vault, 'Stranger');
  await addLog(vault, 'Tea', [amina]);
  await addLog(vault, 'With a stranger', [amina, stranger]);
  await addLog(vault, 'Whispered', [amina], { fields: { sensitivity: 'closely-held' } });
  valueOf(await vault.ask.meetings.save(meetingArg('Unfinished', [amina])));
  const preview = await look({ contactIds: [amina, stranger], recipientId }, amina);
  expect(told(preview)).toEqual({
    goes: expect.arrayContaining([
      'names',
      'profession',
      'meeting-log Tea',
      'consent-event Amina',
    ]) as string[],
    stays: {
      locality: 'withheld-by-consent',
      country: undefined,
      remote: 'withheld-by-consent',
      privateNotes: 'private',
      'With a stranger': 'names-someone-who-stays',
      Whispered: 'closely-held',
      Unfinished: 'meeting-is-draft',
    },
  });
  const decision = preview.records.find(({ record }) => record.type === 'consent-event');
  expect(decision).toMatchObject({
    on: '2026-11-20',
    decides: { decision: 'given' },
    isKnownThere: false,
  });
  expect(told(await look({ contactIds: [amina, stranger], recipientId }, stranger))).toMatchObject({
    goes: [],
    stays: { names: 'never-asked' },
  });
});

it('lists what several contacts share under each of them', async () => {
  const [amina, bilal] = [await addTraveller(vault, 'Amina'), await addTraveller(vault, 'Bilal')];
  await addLog(vault, 'Both, whispered', [amina, bilal], {
    fields: { sensitivity: 'closely-held' },
  });
  await addLog(vault, 'Both', [amina, bilal]);
  for (const id of [amina, bilal]) {
    expect(told(await look({ contactIds: [amina, bilal], recipientId }, id))).toMatchObject({
      goes: expect.arrayContaining(['meeting-log Both']) as string[],
      stays: { 'Both, whispered': 'closely-held' },
    });
  }
});

it('of an update names what is new, and what they know in an earlier state', async () => {
  const amina = await addTraveller(vault, 'Amina');
  const { id } = valueOf(
    await vault.ask.tasks.save({
      id: null,
      fields: { text: 'Call', dueOn: null, assignedTo: null, actionId: null, contactId: amina },
    }),
  );
  // A task goes with the action it belongs to, or with the contact it names.
  await send(vault, { contactIds: [amina], recipientId });
  const { id: _, ...fields } = valueOf(await vault.ask.contacts.page({ id: amina })).contact;
  valueOf(await vault.ask.contacts.save({ id: amina, fields: { ...fields, notes: 'new' } }));
  valueOf(await vault.ask.tasks.settle({ task: { id }, state: 'done' }));
  await addLog(vault, 'Tea', [amina]);
  const preview = await look({ kind: 'update', contactIds: [amina], recipientId }, amina);
  expect(preview.fields).toEqual([{ field: 'notes', why: null }]);
  expect(preview.records.map(({ label, isKnownThere }) => [label, isKnownThere])).toEqual(
    expect.arrayContaining([
      ['Tea', false],
      ['Call', true],
    ]),
  );
  expect(preview.records).toHaveLength(2);
});

it('is refused once the preview would be another, and for somebody who was not chosen', async () => {
  const [amina, bilal] = [await addTraveller(vault, 'Amina'), await addTraveller(vault, 'Bilal')];
  const choice = { contactIds: [amina], recipientId };
  const { previewId } = await previewOf(vault, choice);
  const ask = (contactId: string): ReturnType<typeof vault.ask.bundles.previewContact> =>
    vault.ask.bundles.previewContact({ ...argOf(choice), previewId, contactId });
  expect(failureIn(await ask(bilal)).kind).toBe('not-found');
  await addLog(vault, 'Tea', [amina]);
  expect(failureIn(await ask(amina)).kind).toBe('preview-outdated');
});
