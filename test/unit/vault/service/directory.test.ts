import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import type { ActionParticulars } from '../../../../src/shared/model/particulars.ts';
import {
  addAction,
  addContact,
  consentArg,
  contactFields,
  failureIn,
  OVERRIDE,
  valueOf,
} from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => vault.dispose());

const ENTRY: NonNullable<ContactFields['directory']> = {
  services: ['practical-help', 'emergency-funding'],
  coverage: 'Everywhere',
  howToReach: 'Hotline, day and night',
  note: '',
};

function addOrganisation(name: string, change: Partial<ContactFields> = {}): Promise<string> {
  return addContact(vault, name, {
    kind: 'organisation',
    organisationType: 'ngo',
    directory: ENTRY,
    ...change,
  });
}

function referralTo(
  organisationId: string,
  result: 'pending' | 'accepted' | 'declined' | 'helped',
): ActionParticulars {
  return {
    type: 'ngo-referral',
    organisationId,
    services: ['emergency-funding'],
    shared: 'First name and town',
    referredOn: '2026-11-20',
    result,
  };
}

async function refer(
  subjectId: string,
  organisationId: string,
  result: 'pending' | 'declined' | 'helped',
): Promise<string> {
  return addAction(vault, 'Referral', [subjectId], {
    type: 'ngo-referral',
    audience: 'ngo',
    particulars: referralTo(organisationId, result),
  });
}

describe('the directory', () => {
  it('has the contacts with an entry, by name, and what each offers', async () => {
    await addContact(vault, 'Amina');
    const second = await addOrganisation('Shelter Fund', { languages: ['ar'] });
    const first = await addOrganisation('Peace Companions');
    const rows = valueOf(await vault.ask.directory.list());
    expect(
      rows.map(({ id, label, languages, services }) => ({ id, label, languages, services })),
    ).toEqual([
      { id: first, label: 'Peace Companions', languages: [], services: ENTRY.services },
      { id: second, label: 'Shelter Fund', languages: ['ar'], services: ENTRY.services },
    ]);
  });

  it('leaves out what no longer exists, and what was put away', async () => {
    await addOrganisation('Gone', { dissolvedOn: '2026-01-01' });
    await addOrganisation('Put away', { state: 'archived' });
    expect(valueOf(await vault.ask.directory.list())).toEqual([]);
  });

  it('counts the referrals that left the mission, and what came of them', async () => {
    const amina = await addContact(vault, 'Amina');
    const fund = await addOrganisation('Shelter Fund');
    await refer(amina, fund, 'pending');
    for (const result of ['pending', 'helped', 'declined'] as const) {
      const id = await refer(amina, fund, result);
      valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    }
    const [row] = valueOf(await vault.ask.directory.list());
    expect(row?.referrals).toEqual({ made: 3, waiting: 1, helped: 1, declined: 1 });
  });

  it('is edited with the contact, and an entry can be taken away', async () => {
    const fund = await addOrganisation('Shelter Fund');
    valueOf(await vault.ask.contacts.save({ id: fund, fields: contactFields('Shelter Fund') }));
    expect(valueOf(await vault.ask.directory.list())).toEqual([]);
  });
});

describe('a referral to an organisation of the directory', () => {
  it('waits for consent to the referral and to sharing with an NGO, and goes with both', async () => {
    const amina = await addContact(vault, 'Amina');
    const id = await refer(amina, await addOrganisation('Shelter Fund'), 'pending');
    const stopped = failureIn(await vault.ask.actions.move({ id, status: 'in-progress' }));
    expect(
      stopped.kind === 'consent-missing' &&
        stopped.gaps.map(({ purpose, audience }) => [purpose, audience]),
    ).toEqual([
      ['referral', 'ngo'],
      ['share-with-ngo', 'ngo'],
    ]);
    valueOf(
      await vault.ask.consents.record(consentArg(amina, ['referral', 'share-with-ngo'], ['ngo'])),
    );
    expect((await vault.ask.actions.move({ id, status: 'in-progress' })).ok).toBe(true);
  });
});
