import { afterEach, beforeEach, expect, it } from 'vitest';
import { addContact, meetingArg, valueOf } from '../../../support/records.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let vault: VaultHere;
beforeEach(async () => {
  vault = await openVaultOf('Avery Officer');
});
afterEach(() => {
  vault.dispose();
});

async function pairs(limit = 10): Promise<{ total: number; found: string[] }> {
  const { total, pairs: found } = valueOf(await vault.ask.duplicates.list({ limit }));
  return {
    total,
    found: found.map(({ contacts, reasons }) =>
      [...contacts.map(({ label }) => label).sort(), ...reasons].join(', '),
    ),
  };
}

it('gives who may be one, likeliest first, as many as are asked for, and how many there are', async () => {
  for (const name of [
    'Amina Dirie',
    'DIRIE Amina',
    'Samira Haddad',
    'Samira-Haddad',
    'Tariq Noor',
  ]) {
    await addContact(vault, name);
  }
  const { total, found } = await pairs();
  expect([total, found.sort()]).toEqual([
    2,
    ['Amina Dirie, DIRIE Amina, same-name', 'Samira Haddad, Samira-Haddad, same-name'],
  ]);
  expect((await pairs(1)).found).toHaveLength(1);
  expect((await pairs(1)).total).toBe(2);
});

it('is told once that they are two, remembers it, and takes that back by an undo', async () => {
  const one = await addContact(vault, 'Amina Dirie');
  const other = await addContact(vault, 'Amina Dirie');
  const { changeSetId } = valueOf(
    await vault.ask.contacts.saveRelationship({
      id: null,
      fields: {
        ...{ fromContactId: other, toContactId: one, type: 'not-same-as' },
        ...{ since: null, until: null, note: '' },
      },
    }),
  );
  expect((await pairs()).total).toBe(0);
  valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
  expect((await pairs()).total).toBe(1);
});

it('does not propose those who were met together', async () => {
  const one = await addContact(vault, 'Amina Dirie');
  const other = await addContact(vault, 'Amina Dirie');
  valueOf(await vault.ask.meetings.save(meetingArg('Coffee', [one])));
  expect((await pairs()).total).toBe(1);
  valueOf(await vault.ask.meetings.save(meetingArg('Both came', [one, other])));
  expect((await pairs()).total).toBe(0);
});
