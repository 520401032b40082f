import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planFields, planOption } from '../../../support/situation.ts';
import { addAction, addContact, consentArg, failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

const NOBODY = '01890000-0000-7000-8000-000000000001';

let vault: Vault;
let defender: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

const save = (change: Parameters<typeof planFields>[1] = {}, id: string | null = null) =>
  vault.ask.plans.save({ id, fields: planFields([defender], change) });
const added = async (change: Parameters<typeof planFields>[1] = {}): Promise<string> =>
  valueOf(await save(change)).id;

describe('a plan', () => {
  it('is kept with all that it says, and changed as one', async () => {
    const options = [planOption({ chosen: true }), planOption({ actionType: 'demarche' })];
    const partners = [
      { id: randomUUID(), contactId: defender, name: 'Samira', role: 'information' as const },
    ];
    const id = await added({ options, partners, reviewOn: '2026-12-01' });
    valueOf(await save({ options, state: 'closed', outcome: 'She is home.' }, id));
    const { plan, row } = valueOf(await vault.ask.plans.get({ id }));
    expect(plan).toEqual({
      id,
      ...planFields([defender], { options, state: 'closed', outcome: 'She is home.' }),
    });
    expect([row.subjects, row.options, row.state]).toEqual([
      [{ id: defender, label: 'Samira' }],
      { weighed: 2, chosen: 1 },
      'closed',
    ]);
  });

  it('refuses what names a contact, or is, nobody knows, and an entry that is there twice', async () => {
    const option = planOption();
    const partner = { id: NOBODY, contactId: NOBODY, name: 'Mission', role: 'lead' as const };
    const outcomes = [
      await save({ subjectIds: [NOBODY] }),
      await save({ partners: [partner] }),
      await save({}, NOBODY),
      await vault.ask.plans.get({ id: NOBODY }),
      await vault.ask.plans.remove({ id: NOBODY }),
      await save({ options: [option, option] }),
    ];
    const unknown = (type: string) => ({ kind: 'not-found', record: { type, id: NOBODY } });
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      unknown('contact'),
      unknown('contact'),
      unknown('plan'),
      unknown('plan'),
      unknown('plan'),
      {
        kind: 'invalid-argument',
        issues: [{ path: ['fields', 'options', '1', 'id'], code: 'duplicate-id' }],
      },
    ]);
  });

  it('keeps naming somebody who was removed since', async () => {
    const id = await added();
    valueOf(await vault.ask.contacts.remove({ id: defender }));
    valueOf(await save({ goal: 'Release' }, id));
    const { row } = valueOf(await vault.ask.plans.get({ id }));
    expect(row.subjects).toEqual([{ id: defender, label: 'Samira' }]);
  });
});

describe('the list of plans', () => {
  it('gives the soonest review first, closed ones last, and is narrowed to a contact', async () => {
    const closed = await added({ state: 'closed' });
    const open = await added();
    const later = await added({ reviewOn: '2027-01-01' });
    const soon = await added({ reviewOn: '2026-12-01' });
    const other = await addContact(vault, 'Tariq');
    const theirs = await added({ subjectIds: [other], reviewOn: '2026-11-01' });
    const ids = async (arg: Parameters<Vault['ask']['plans']['list']>[0]) =>
      valueOf(await vault.ask.plans.list(arg)).map((row) => row.id);
    expect([
      await ids({}),
      await ids({ contactId: defender, state: 'open' }),
      await ids({ contactId: other }),
    ]).toEqual([[theirs, soon, later, open, closed], [soon, later, open], [theirs]]);
  });
});

describe('the actions of a plan', () => {
  it('are counted, with those that the gate would not let pass, and shown with why', async () => {
    const planId = await added();
    const waiting = await addAction(vault, 'A word', [defender], { planId });
    const cancelled = await addAction(vault, 'Given up', [defender], { planId });
    valueOf(await vault.ask.actions.move({ id: cancelled, status: 'cancelled' }));
    await addAction(vault, 'Of no plan', [defender]);
    const counts = async () => valueOf(await vault.ask.plans.list({}))[0]?.actions;
    const before = await counts();
    const { actions } = valueOf(await vault.ask.plans.get({ id: planId }));
    valueOf(
      await vault.ask.consents.record(consentArg(defender, ['private-approach'], ['authorities'])),
    );
    expect([before, await counts()]).toEqual([
      { total: 2, held: 1 },
      { total: 2, held: 0 },
    ]);
    expect(actions.map((row) => [row.id, row.gate.gaps.length])).toEqual(
      [waiting, cancelled].sort().map((id) => [id, 1]),
    );
  });

  it('name it while it is there, and again after its removal was undone', async () => {
    const planId = await added();
    const id = await addAction(vault, 'A word', [defender], { planId });
    const planOf = async () => valueOf(await vault.ask.actions.get({ id })).plan;
    const first = await planOf();
    const { changeSetId } = valueOf(await vault.ask.plans.remove({ id: planId }));
    const gone = await planOf();
    valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    expect([first, gone, await planOf()]).toEqual([
      { id: planId, title: 'Bring her home' },
      null,
      { id: planId, title: 'Bring her home' },
    ]);
  });

  it('are refused for a plan that nobody knows, and keep one that was removed since', async () => {
    const refused = await vault.ask.actions.save({
      id: null,
      fields: { ...actionOf(NOBODY), subjectIds: [defender] },
    });
    const planId = await added();
    const id = await addAction(vault, 'A word', [defender], { planId });
    valueOf(await vault.ask.plans.remove({ id: planId }));
    valueOf(await vault.ask.actions.save({ id, fields: { ...actionOf(planId), outcome: 'Ok' } }));
    expect(failureIn(refused)).toEqual({
      kind: 'not-found',
      record: { type: 'plan', id: NOBODY },
    });
  });
});

function actionOf(planId: string): Parameters<Vault['ask']['actions']['save']>[0]['fields'] {
  return {
    ...{ type: 'private-approach', title: 'A word', audience: 'authorities', owner: null },
    ...{ dueOn: null, subjectIds: [], detail: '', doneOn: null, outcome: '', planId },
  };
}
