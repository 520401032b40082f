import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suggestedPledge } from '../../../../src/shared/model/pledge-suggestion.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { actionReviewFields, incidentFields } from '../../../support/situation.ts';
import { addAction, addContact, consentArg, failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => vault.dispose());

async function consenting(name: string): Promise<string> {
  const id = await addContact(vault, name);
  const purposes = ['private-approach', 'local-press-release', 'use-of-name', 'share-with-un'];
  const arg = consentArg(id, purposes as never, ['any'], { decidedOn: '2026-01-01' });
  valueOf(await vault.ask.consents.record(arg));
  return id;
}

async function doneOn(
  day: string,
  title: string,
  subjects: string[],
  change = {},
): Promise<string> {
  vault.setToday(day);
  const id = await addAction(vault, title, subjects, change);
  valueOf(await vault.ask.actions.move({ id, status: 'done' }));
  return id;
}

function addIncident(contactId: string, occurredOn: string, change = {}): string {
  const { author, device } = vault.context;
  return writeChangeSet(vault.store, { author, device, reason: 'create' }, (writer) =>
    writer.create('incident', incidentFields(contactId, { occurredOn, ...change })),
  ).value;
}

describe('the backlash check', () => {
  it('sets our actions beside the later incidents of the same people, and asks of each', async () => {
    const amal = await consenting('Amal');
    const badr = await consenting('Badr');
    const call = await doneOn('2026-03-10', 'Call on the ministry', [amal]);
    const before = addIncident(amal, '2026-02-01');
    const after = addIncident(amal, '2026-04-01', { title: 'Office searched' });
    const late = addIncident(amal, '2026-09-11');
    const others = addIncident(badr, '2026-04-02');
    await addAction(vault, 'Only planned', [amal]);

    const all = valueOf(await vault.ask.impact.backlash({}));
    expect(all.actions).toEqual([
      {
        id: call,
        title: 'Call on the ministry',
        type: 'private-approach',
        status: 'done',
        beganOn: '2026-03-10',
        doneOn: '2026-03-10',
        profileRaising: false,
        subjects: [{ id: amal, label: 'Amal' }],
      },
    ]);
    expect(all.incidents.map((one) => one.id)).toEqual([before, after, late]);
    expect(all.pairs).toEqual([{ actionId: call, incidentId: after, answer: 'open' }]);

    vault.setToday('2026-06-15');
    const fields = actionReviewFields(call, { reviewedOn: '2026-06-15', months: 3 });
    const { id } = valueOf(await vault.ask.reviews.save({ id: null, fields }));
    const answers = async () => valueOf(await vault.ask.impact.backlash({})).pairs;
    expect(await answers()).toEqual([{ actionId: call, incidentId: after, answer: 'not-linked' }]);
    valueOf(await vault.ask.reviews.save({ id, fields: { ...fields, incidentIds: [after] } }));
    expect(await answers()).toEqual([{ actionId: call, incidentId: after, answer: 'linked' }]);

    const ofBadr = valueOf(await vault.ask.impact.backlash({ contactId: badr }));
    expect(ofBadr.actions).toEqual([]);
    expect(ofBadr.incidents.map((one) => one.id)).toEqual([others]);
  });

  it('asks of nobody who is only named as the alleged attacker', async () => {
    const amal = await consenting('Amal');
    await doneOn('2026-03-10', 'Call', [amal]);
    addIncident(amal, '2026-04-01', {
      victims: [],
      perpetrators: [{ id: amal, contactId: amal, name: null, type: 'unknown' }],
    });
    expect(valueOf(await vault.ask.impact.backlash({})).pairs).toEqual([]);
    expect(valueOf(await vault.ask.impact.backlash({})).incidents).toEqual([]);
  });
});

describe('the seven pledges', () => {
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const of = async (pledge: string, asked = period) =>
    valueOf(await vault.ask.impact.pledges(asked)).find((one) => one.pledge === pledge);

  it('stand in the order of the paper, each with what was tied to it in the period', async () => {
    const amal = await consenting('Amal');
    const id = await doneOn('2026-03-10', 'Call', [amal], { pledges: ['consult', 'assess'] });
    const planned = await addAction(vault, 'Planned', [amal], { pledges: ['consult'] });
    const all = valueOf(await vault.ask.impact.pledges(period));
    expect(all.map((one) => one.pledge)).toEqual([
      'wherever-they-are',
      'all-routes',
      'consult',
      'practical-support',
      'publish',
      'disseminate',
      'assess',
    ]);
    expect(all.map((one) => one.actions.map((action) => action.id))).toEqual([
      [],
      [],
      [id],
      [],
      [],
      [],
      [id],
    ]);
    expect((await of('consult', { from: '2026-03-11', to: '2026-12-31' }))?.actions).toEqual([]);
    expect((await of('consult', { from: '2026-01-01', to: '2026-03-10' }))?.actions).toHaveLength(
      1,
    );
    valueOf(await vault.ask.actions.move({ id: planned, status: 'in-progress' }));
    // What is under way lasts until it is done.
    expect((await of('consult', { from: '2026-06-01', to: '2026-12-31' }))?.actions).toHaveLength(
      1,
    );
  });

  it('"in English and local languages": suggests what plainly serves one, and counts it only when tied', async () => {
    const amal = await consenting('Amal');
    const release = await doneOn('2026-03-10', 'Press release', [amal], {
      type: 'local-press-release',
      audience: 'media',
    });
    expect(await of('publish')).toMatchObject({ actions: [], suggested: [{ id: release }] });
    const tie = { actionId: release, pledge: 'publish' } as const;
    const { changeSetId } = valueOf(await vault.ask.impact.tiePledge({ ...tie, tied: true }));
    expect(await of('publish')).toMatchObject({ actions: [{ id: release }], suggested: [] });
    valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    expect(await of('publish')).toMatchObject({ actions: [], suggested: [{ id: release }] });
    valueOf(await vault.ask.impact.tiePledge({ ...tie, tied: true }));
    valueOf(await vault.ask.impact.tiePledge({ ...tie, tied: false }));
    expect(valueOf(await vault.ask.actions.get({ id: release })).action.pledges).toBeNull();
  });

  it('suggests nothing where the paper does not say', () => {
    expect(suggestedPledge({ type: 'demarche', pledges: null })).toBeNull();
    expect(suggestedPledge({ type: 'resolution', pledges: ['consult'] })).toBe('all-routes');
    expect(suggestedPledge({ type: 'resolution', pledges: ['all-routes'] })).toBeNull();
  });

  it('are not tied to an action that is not there', async () => {
    const missing = '01890000-0000-7000-8000-00000000ffff';
    const outcome = await vault.ask.impact.tiePledge({
      actionId: missing,
      pledge: 'assess',
      tied: true,
    });
    expect(failureIn(outcome)).toEqual({
      kind: 'not-found',
      record: { type: 'action', id: missing },
    });
  });
});
