import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { custodyFields } from '../../../support/situation.ts';
import { addCustody, addHearing, addVisit } from './custody-records.ts';
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

const issuesOf = (failure: { kind: string; issues?: unknown }): unknown =>
  failure.issues ?? failure.kind;
const at = (path: string, code: string): unknown => [
  { path: ['fields', ...path.split('.')], code },
];

async function refusalOf(
  change: Parameters<typeof custodyFields>[1],
  id: string | null = null,
): Promise<unknown> {
  const fields = custodyFields(defender, change);
  return issuesOf(failureIn(await vault.ask.custody.save({ id, fields })));
}

describe('a detention', () => {
  it('is told with the names of those around it and the visits asked for', async () => {
    const lawyer = await addContact(vault, 'Adv. Lemma');
    const id = await addCustody(vault, defender, { lawyerContactId: lawyer, lawyerName: null });
    await addVisit(vault, id, { requestedOn: '2026-10-09' });
    await addVisit(vault, id, { requestedOn: '2026-10-07' });
    const [page] = valueOf(await vault.ask.custody.ofContact({ contactId: defender }));
    expect([
      page?.contactLabel,
      page?.lawyerLabel,
      page?.familyLabel,
      page?.visits.map((visit) => visit.requestedOn),
    ]).toEqual(['Samira', 'Adv. Lemma', null, ['2026-10-07', '2026-10-09']]);
  });

  it('is listed with its last place: the longest held first, the released last', async () => {
    const other = await addContact(vault, 'Idris');
    const third = await addContact(vault, 'Hawa');
    const places = [
      { id: crypto.randomUUID(), name: 'Police post', from: null, note: null },
      { id: crypto.randomUUID(), name: 'Central prison', from: '2026-10-08', note: null },
    ];
    const recent = await addCustody(vault, defender, { places });
    const long = await addCustody(vault, other, { since: '2026-01-05', places: [] });
    const free = await addCustody(vault, third, {
      state: 'released',
      releasedOn: '2026-11-01',
    });
    await addVisit(vault, recent);
    const rows = valueOf(await vault.ask.custody.list({}));
    const held = valueOf(await vault.ask.custody.list({ onlyHeld: true }));
    expect([
      rows.map(({ id, place, visitsWaiting }) => [id, place, visitsWaiting]),
      held.map(({ id }) => id),
    ]).toEqual([
      [
        [long, null, 0],
        [recent, 'Central prison', 1],
        [free, 'Central prison', 0],
      ],
      [long, recent],
    ]);
  });

  it('is of a contact and names contacts that the vault knows, or knew when it was made', async () => {
    const gone = await addContact(vault, 'Sister');
    const id = await addCustody(vault, defender, { familyContactId: gone });
    valueOf(await vault.ask.contacts.remove({ id: gone }));
    const fields = custodyFields(defender, { familyContactId: gone, charges: 'Other charges' });
    expect([
      (await vault.ask.custody.save({ id, fields })).ok,
      await refusalOf({ lawyerContactId: gone }),
      await refusalOf({ contactId: await addContact(vault, 'Else') }, id),
    ]).toEqual([true, 'not-found', at('contactId', 'contact-fixed')]);
  });

  it('has one thing after another: arrest, places, release, none of them to come', async () => {
    const place = (from: string) => ({ id: crypto.randomUUID(), name: 'Prison', from, note: null });
    const released = { state: 'released' as const };
    const contract = (change: Parameters<typeof custodyFields>[1]): Promise<unknown> =>
      // The contract itself refuses these; the fixture throws what it finds.
      vault.ask.custody.save({ id: null, fields: custodyFields(defender, change) }).then(
        () => 'saved',
        (error: { issues: { path: string[]; message: string }[] }) =>
          error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      );
    expect([
      await contract({ ...released, releasedOn: null }),
      await contract({ releasedOn: '2026-11-01' }),
      await contract({ ...released, releasedOn: '2026-10-04', places: [] }),
      await contract({ places: [place('2026-10-01')] }),
      await contract({ places: [place('2026-10-20'), place('2026-10-10')] }),
      await contract({ ...released, releasedOn: '2026-10-06', places: [place('2026-10-07')] }),
      await refusalOf({ since: '2026-11-25', places: [] }),
      await refusalOf({ ...released, releasedOn: '2026-11-25' }),
    ]).toEqual([
      ['fields.releasedOn: release-date-required'],
      ['fields.releasedOn: not-released'],
      ['fields.releasedOn: before-arrest'],
      ['fields.places.0.from: before-arrest'],
      ['fields.places.1.from: before-place-before'],
      ['fields.places.0.from: after-release'],
      at('since', 'in-future'),
      at('releasedOn', 'in-future'),
    ]);
  });

  it('does not move away from the visits that were asked for in it', async () => {
    const id = await addCustody(vault, defender);
    await addVisit(vault, id, { requestedOn: '2026-10-06' });
    expect(await refusalOf({ since: '2026-10-07', places: [] }, id)).toEqual(
      at('since', 'visits-outside'),
    );
  });
});

describe('one detention at a time', () => {
  it('is open for a contact: a second one waits for the release from the first', async () => {
    const first = await addCustody(vault, defender);
    const again = await refusalOf({ since: '2026-11-20', places: [] });
    const fields = custodyFields(defender, { state: 'released', releasedOn: '2026-11-01' });
    valueOf(await vault.ask.custody.save({ id: first, fields }));
    await addCustody(vault, defender, { since: '2026-11-20', places: [] });
    expect([again, await refusalOf({}, first)]).toEqual([
      at('state', 'already-held'),
      at('state', 'already-held'),
    ]);
  });

  it('holds for undo too', async () => {
    const first = await addCustody(vault, defender);
    const fields = custodyFields(defender, { state: 'released', releasedOn: '2026-11-01' });
    const release = valueOf(await vault.ask.custody.save({ id: first, fields }));
    const second = await addCustody(vault, defender, { since: '2026-11-20', places: [] });
    const undone = await vault.ask.history.undo({ changeSetId: release.changeSetId ?? '' });
    const after = valueOf(await vault.ask.custody.get({ id: first }));
    expect([failureIn(undone), after.custody.state]).toEqual([
      { kind: 'undo-conflict', records: [{ type: 'custody', id: second }] },
      'released',
    ]);
  });
});

describe('removing a detention', () => {
  it('takes its visits along, leaves its hearings without it, and comes back whole', async () => {
    const id = await addCustody(vault, defender);
    const visit = await addVisit(vault, id);
    const hearing = await addHearing(vault, defender, { custodyId: id });
    const removed = valueOf(await vault.ask.custody.remove({ id }));
    const custodyOf = async () =>
      valueOf(await vault.ask.hearings.get({ id: hearing })).hearing.custodyId;
    const after = [failureIn(await vault.ask.custody.getVisit({ id: visit })), await custodyOf()];
    valueOf(await vault.ask.history.undo({ changeSetId: removed.changeSetId ?? '' }));
    const back = valueOf(await vault.ask.custody.get({ id }));
    expect([after, back.visits.map((one) => one.id), await custodyOf()]).toEqual([
      [{ kind: 'not-found', record: { type: 'visit-request', id: visit } }, null],
      [visit],
      id,
    ]);
  });

  it('is not undone from under a hearing that names it', async () => {
    const made = valueOf(
      await vault.ask.custody.save({ id: null, fields: custodyFields(defender) }),
    );
    const hearing = await addHearing(vault, defender, { custodyId: made.id });
    const undone = await vault.ask.history.undo({ changeSetId: made.changeSetId ?? '' });
    expect(failureIn(undone)).toEqual({
      kind: 'undo-conflict',
      records: [{ type: 'hearing', id: hearing }],
    });
  });
});
