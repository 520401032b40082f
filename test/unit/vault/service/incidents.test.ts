import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentFields } from '../../../../src/shared/model/incident.ts';
import { LONG_TEXT_MAX } from '../../../../src/shared/model/primitives.ts';
import { incidentFields } from '../../../support/situation.ts';
import { addContact, failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let defender: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

type Change = Partial<IncidentFields>;

async function add(title: string, change: Change = {}, contactId = defender): Promise<string> {
  const fields = incidentFields(contactId, { title, ...change });
  return valueOf(await vault.ask.incidents.save({ id: null, fields })).id;
}

const titles = (rows: readonly { readonly title: string }[]): string[] =>
  rows.map((row) => row.title);
const victim = (contactId: string | null, name: string | null = null) => ({
  id: randomUUID(),
  contactId,
  name,
  bearer: 'family' as const,
});

describe('an incident', () => {
  // HURIDOCS events standard formats: act, date and precision, place, victim, alleged perpetrator
  // and type, source, reliability, chain of events.
  it('is kept with every field of the standard format, and named by its contacts', async () => {
    const police = await addContact(vault, 'Third precinct', { kind: 'organisation' });
    const fields = incidentFields(defender, {
      perpetrators: [{ id: randomUUID(), contactId: police, name: null, type: 'police' }],
      endedOn: '2026-10-04',
      country: 'GB',
      redress: [
        {
          id: randomUUID(),
          kind: 'complaint',
          on: '2026-10-05',
          authority: 'Ombudsman',
          result: 'pending',
          note: 'Filed by the lawyer',
        },
      ],
    });
    const { id, changeSetId } = valueOf(await vault.ask.incidents.save({ id: null, fields }));
    const found = valueOf(await vault.ask.incidents.get({ id }));
    expect([changeSetId === null, found.incident, found.contacts]).toEqual([
      false,
      { ...fields, id },
      [
        { id: defender, label: 'Samira' },
        { id: police, label: 'Third precinct' },
      ],
    ]);
  });

  it('takes a paste of 100 kB whole, and keeps no more than its beginning in the list', async () => {
    const description = 'Ṫestimony '.repeat(10_000);
    await add('Long', { description });
    const { rows } = valueOf(await vault.ask.incidents.list({}));
    expect([description.length < LONG_TEXT_MAX, rows[0]?.excerpt]).toEqual([
      true,
      [...description].slice(0, 280).join(''),
    ]);
  });

  it('names only contacts that are known; one removed since stays named', async () => {
    const stranger = randomUUID();
    const refused = await vault.ask.incidents.save({
      id: null,
      fields: incidentFields(stranger),
    });
    const id = await add('Followed', { victims: [victim(defender)] });
    valueOf(await vault.ask.contacts.remove({ id: defender }));
    const fields = incidentFields(defender, { title: 'Followed home' });
    const edited = await vault.ask.incidents.save({ id, fields });
    const { contacts } = valueOf(await vault.ask.incidents.get({ id }));
    expect([failureIn(refused), edited.ok, contacts]).toEqual([
      { kind: 'not-found', record: { type: 'contact', id: stranger } },
      true,
      [{ id: defender, label: 'Samira' }],
    ]);
  });

  it('is refused at the field where its dates contradict each other or the calendar', async () => {
    const redress: IncidentFields['redress'] = [
      {
        id: randomUUID(),
        kind: 'outcome',
        on: '2026-09-01',
        authority: null,
        result: 'no-action',
        note: '',
      },
    ];
    const fields = incidentFields(defender, { occurredOn: '2026-11-25', redress });
    expect(failureIn(await vault.ask.incidents.save({ id: null, fields }))).toEqual({
      kind: 'invalid-argument',
      issues: [
        { path: ['fields', 'occurredOn'], code: 'in-future' },
        { path: ['fields', 'redress', '0', 'on'], code: 'before-incident' },
      ],
    });
  });

  it('refuses one id twice in a list, where a merge could not tell the entries apart', async () => {
    const twice = victim(defender);
    const fields = incidentFields(defender, {
      victims: [twice, { ...twice, contactId: defender }],
    });
    expect(failureIn(await vault.ask.incidents.save({ id: null, fields }))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['fields', 'victims', '1', 'id'], code: 'duplicate-id' }],
    });
  });

  it('goes with its evidence, and an undo brings both back', async () => {
    const id = await add('Raid');
    const file = vault.grantOpen('photo.txt', Buffer.from('what the neighbour saw'));
    valueOf(await vault.ask.attachments.add({ ownerType: 'incident', ownerId: id, file }));
    const { changeSetId } = valueOf(await vault.ask.incidents.remove({ id }));
    const gone = failureIn(await vault.ask.incidents.get({ id }));
    valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    const { attachments } = valueOf(await vault.ask.incidents.get({ id }));
    expect([gone, attachments.map(({ name }) => name)]).toEqual([
      { kind: 'not-found', record: { type: 'incident', id } },
      ['photo.txt'],
    ]);
  });
});

describe('the list of incidents', () => {
  it('is newest first, and narrowed by contact, risk, act, period and verification', async () => {
    const other = await addContact(vault, 'Idris');
    await add('Threat', {
      act: 'death-threat',
      risk: 'threats-violence-killings',
      occurredOn: '2026-03-01',
      verification: 'verified',
    });
    await add('Siege', { occurredOn: '2026-05-30', endedOn: '2026-06-02' });
    await add('Smear', { act: 'smear-campaign', risk: 'slander-defamation' }, other);
    const ask = async (filter: Parameters<typeof vault.ask.incidents.list>[0]): Promise<string[]> =>
      titles(valueOf(await vault.ask.incidents.list(filter)).rows);
    expect([
      await ask({}),
      await ask({ contactId: other }),
      await ask({ risks: ['threats-violence-killings', 'slander-defamation'] }),
      await ask({ acts: ['smear-campaign'] }),
      await ask({ verifications: ['verified'] }),
      // One that lasted into the period belongs to it.
      await ask({ from: '2026-06-01', to: '2026-06-30' }),
      await ask({ limit: 1, offset: 1 }),
    ]).toEqual([
      ['Smear', 'Siege', 'Threat'],
      ['Smear'],
      ['Smear', 'Threat'],
      ['Smear'],
      ['Threat'],
      ['Siege'],
      ['Siege'],
    ]);
  });

  // "The risks they, their communities and their families face".
  it('says whom each fell on, contacts and others by name', async () => {
    await add('Leaflets', { victims: [victim(defender), victim(null, 'The valley')] });
    const { rows } = valueOf(await vault.ask.incidents.list({}));
    expect(rows[0]?.victims).toEqual([
      { contactId: defender, label: 'Samira', bearer: 'family' },
      { contactId: null, label: 'The valley', bearer: 'family' },
    ]);
  });

  it('counts by month and risk, under the same filter', async () => {
    const other = await addContact(vault, 'Idris');
    await add('One', { occurredOn: '2026-09-01' });
    await add('Two', { occurredOn: '2026-09-30' });
    await add('Three', { occurredOn: '2026-09-30', risk: 'impunity' });
    await add('Elsewhere', { occurredOn: '2026-09-30' }, other);
    const density = valueOf(await vault.ask.incidents.density({ contactId: defender }));
    expect(density).toEqual([
      { month: '2026-09', risk: 'impunity', count: 1 },
      { month: '2026-09', risk: 'intimidation-harassment', count: 2 },
    ]);
  });
});

describe('a chain of events', () => {
  it('is shown whole from any of its links: what led to it, and what followed', async () => {
    const first = await add('Insult', { occurredOn: '2026-01-01' });
    const second = await add('Threat', { occurredOn: '2026-02-01', followsId: first });
    await add('Beating', { occurredOn: '2026-03-01', followsId: second });
    const branch = await add('Smear', { occurredOn: '2026-04-01', followsId: first });
    await add('Unrelated', { occurredOn: '2026-02-15' });
    const chains = await Promise.all(
      [first, second, branch].map(async (id) =>
        titles(valueOf(await vault.ask.incidents.get({ id })).chain),
      ),
    );
    const whole = ['Insult', 'Threat', 'Beating', 'Smear'];
    expect(chains).toEqual([whole, whole, whole]);
  });

  it('never closes to a circle: the field says so and nothing is changed', async () => {
    const first = await add('First');
    const second = await add('Second', { followsId: first });
    const third = await add('Third', { followsId: second });
    const attempts = [first, second, third].map(async (followsId) => {
      const fields = incidentFields(defender, { title: 'First', followsId });
      return failureIn(await vault.ask.incidents.save({ id: first, fields }));
    });
    const refusal = {
      kind: 'invalid-argument',
      issues: [{ path: ['fields', 'followsId'], code: 'follows-itself' }],
    };
    const { incident } = valueOf(await vault.ask.incidents.get({ id: first }));
    expect([await Promise.all(attempts), incident.followsId]).toEqual([
      [refusal, refusal, refusal],
      null,
    ]);
  });

  it('follows only what is there; one removed since is named from the history', async () => {
    const unknown = randomUUID();
    const refused = await vault.ask.incidents.save({
      id: null,
      fields: incidentFields(defender, { followsId: unknown }),
    });
    const first = await add('First');
    const second = await add('Second', { followsId: first });
    valueOf(await vault.ask.incidents.remove({ id: first }));
    const page = valueOf(await vault.ask.incidents.get({ id: second }));
    const fields = incidentFields(defender, { title: 'Second, edited', followsId: first });
    const edited = await vault.ask.incidents.save({ id: second, fields });
    expect([failureIn(refused), page.followedRemoved, titles(page.chain), edited.ok]).toEqual([
      { kind: 'not-found', record: { type: 'incident', id: unknown } },
      'First',
      ['Second'],
      true,
    ]);
  });

  it('is not closed by an undo either', async () => {
    const [first, second] = [await add('First'), await add('Second')];
    const link = async (id: string, followsId: string | null): Promise<string> => {
      const fields = { ...valueOf(await vault.ask.incidents.get({ id })).incident, followsId };
      const { id: _id, ...rest } = fields;
      const saved = valueOf(await vault.ask.incidents.save({ id, fields: rest }));
      return saved.changeSetId ?? '';
    };
    await link(first, second);
    const unlinked = await link(first, null);
    await link(second, first);
    expect(failureIn(await vault.ask.history.undo({ changeSetId: unlinked }))).toEqual({
      kind: 'undo-conflict',
      records: [{ type: 'incident', id: first }],
    });
  });
});
