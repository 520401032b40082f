import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionReviewsDue } from '../../../../src/vault/store/action-reviews.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { actionReviewFields, incidentFields } from '../../../support/situation.ts';
import { addAction, addContact, consentArg, failureIn, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => vault.dispose());

/** An action for one consenting contact, done on a day. */
async function doneAction(doneOn: string): Promise<{ actionId: string; contactId: string }> {
  vault.setToday(doneOn);
  const contactId = await addContact(vault, 'Amal');
  const consent = consentArg(contactId, ['private-approach'], ['authorities'], {
    decidedOn: doneOn,
  });
  valueOf(await vault.ask.consents.record(consent));
  const actionId = await addAction(vault, 'Call on the ministry', [contactId]);
  valueOf(await vault.ask.actions.move({ id: actionId, status: 'done' }));
  return { actionId, contactId };
}

function addIncident(contactId: string, occurredOn: string): string {
  const { author, device } = vault.context;
  return writeChangeSet(vault.store, { author, device, reason: 'create' }, (writer) =>
    writer.create('incident', incidentFields(contactId, { occurredOn })),
  ).value;
}

describe('reviews', () => {
  it('keeps whether it helped, what it cost, the incidents and the defender’s own view', async () => {
    const { actionId, contactId } = await doneAction('2026-08-31');
    const incident = addIncident(contactId, '2026-09-20');
    vault.setToday('2026-10-05');
    const fields = actionReviewFields(actionId, {
      reviewedOn: '2026-10-05',
      helped: 'partly',
      cost: 'some',
      incidentIds: [incident, incident],
      defenderView: 'They were followed, and would do it again.',
    });
    const { id } = valueOf(await vault.ask.reviews.save({ id: null, fields }));
    const { reviews, since, action } = valueOf(await vault.ask.reviews.ofAction({ actionId }));
    expect(action.subjects).toEqual([{ id: contactId, label: 'Amal' }]);
    expect(reviews).toEqual([valueOf(await vault.ask.reviews.get({ id }))]);
    expect(reviews[0]).toMatchObject({
      helped: 'partly',
      cost: 'some',
      defenderView: 'They were followed, and would do it again.',
      incidents: [{ id: incident, title: 'Followed home', occurredOn: '2026-09-20' }],
    });
    expect(since.map((one) => one.id)).toEqual([incident]);
    expect(valueOf(await vault.ask.reviews.list({}))).toEqual(reviews);
  });

  it('are of an action that is done, not of one that is planned or under way', async () => {
    const { actionId } = await doneAction('2026-08-31');
    const fields = actionReviewFields(actionId, { reviewedOn: '2026-08-31' });
    valueOf(await vault.ask.actions.move({ id: actionId, status: 'in-progress' }));
    expect(failureIn(await vault.ask.reviews.save({ id: null, fields }))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['fields', 'actionId'], code: 'action-not-done' }],
    });
    expect(valueOf(await vault.ask.reviews.ofAction({ actionId })).steps).toEqual([]);
  });

  it('are one for each of the months, and can be changed', async () => {
    const { actionId } = await doneAction('2026-08-31');
    vault.setToday('2026-10-05');
    const fields = actionReviewFields(actionId, { reviewedOn: '2026-10-05' });
    const { id } = valueOf(await vault.ask.reviews.save({ id: null, fields }));
    expect(failureIn(await vault.ask.reviews.save({ id: null, fields }))).toMatchObject({
      issues: [{ path: ['fields', 'months'], code: 'already-reviewed' }],
    });
    valueOf(await vault.ask.reviews.save({ id: null, fields: { ...fields, months: 3 } }));
    valueOf(await vault.ask.reviews.save({ id, fields: { ...fields, helped: 'no' } }));
    expect(
      failureIn(await vault.ask.reviews.save({ id, fields: { ...fields, months: 3 } })),
    ).toMatchObject({ issues: [{ code: 'already-reviewed' }] });
    expect(valueOf(await vault.ask.reviews.get({ id })).helped).toBe('no');
  });

  it('are dated between the day the action was done and today', async () => {
    const { actionId } = await doneAction('2026-08-31');
    vault.setToday('2026-10-05');
    const save = (reviewedOn: string) =>
      vault.ask.reviews.save({ id: null, fields: actionReviewFields(actionId, { reviewedOn }) });
    const codeOf = (issues: unknown) => ({
      issues: [{ path: ['fields', 'reviewedOn'], code: issues }],
    });
    expect(failureIn(await save('2026-08-30'))).toMatchObject(codeOf('before-action'));
    expect(failureIn(await save('2026-10-06'))).toMatchObject(codeOf('in-the-future'));
    expect((await save('2026-10-05')).ok).toBe(true);
  });

  it('name only incidents that are known; one removed since stays linked', async () => {
    const { actionId, contactId } = await doneAction('2026-08-31');
    vault.setToday('2026-10-05');
    const incident = addIncident(contactId, '2026-09-20');
    const stranger = '01890000-0000-7000-8000-00000000ffff';
    const fields = actionReviewFields(actionId, { reviewedOn: '2026-10-05' });
    const save = (id: string | null, incidentIds: string[]) =>
      vault.ask.reviews.save({ id, fields: { ...fields, incidentIds } });
    expect(failureIn(await save(null, [stranger]))).toEqual({
      kind: 'not-found',
      record: { type: 'incident', id: stranger },
    });
    const { id } = valueOf(await save(null, [incident]));
    const { author, device } = vault.context;
    writeChangeSet(vault.store, { author, device, reason: 'remove' }, (writer) =>
      writer.remove('incident', incident),
    );
    expect((await save(id, [incident])).ok).toBe(true);
    expect(valueOf(await vault.ask.reviews.get({ id })).incidents).toEqual([]);
  });

  it('go with their action, and come back with it', async () => {
    const { actionId } = await doneAction('2026-08-31');
    vault.setToday('2026-10-05');
    const fields = actionReviewFields(actionId, { reviewedOn: '2026-10-05' });
    const { id } = valueOf(await vault.ask.reviews.save({ id: null, fields }));
    const { changeSetId } = valueOf(await vault.ask.actions.remove({ id: actionId }));
    expect(failureIn(await vault.ask.reviews.get({ id })).kind).toBe('not-found');
    valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    expect(valueOf(await vault.ask.reviews.get({ id })).actionId).toBe(actionId);
  });

  it('are taken away, and that can be undone', async () => {
    const { actionId } = await doneAction('2026-08-31');
    vault.setToday('2026-10-05');
    const fields = actionReviewFields(actionId, { reviewedOn: '2026-10-05' });
    const { id } = valueOf(await vault.ask.reviews.save({ id: null, fields }));
    const { changeSetId } = valueOf(await vault.ask.reviews.remove({ id }));
    expect(valueOf(await vault.ask.reviews.list({}))).toEqual([]);
    valueOf(await vault.ask.history.undo({ changeSetId: changeSetId ?? '' }));
    expect(valueOf(await vault.ask.reviews.list({}))).toHaveLength(1);
  });
});

describe('reviews that are due', () => {
  it('falls due on the last day of a shorter month and goes once it was made', async () => {
    const { actionId, contactId } = await doneAction('2026-08-31');
    const due = {
      actionId,
      actionTitle: 'Call on the ministry',
      actionType: 'private-approach',
      doneOn: '2026-08-31',
      subjects: [{ id: contactId, label: 'Amal' }],
    } as const;
    expect(valueOf(await vault.ask.reviews.due({ until: '2026-09-29' }))).toEqual([]);
    expect(valueOf(await vault.ask.reviews.due({ until: '2026-09-30' }))).toEqual([
      { ...due, months: 1, dueOn: '2026-09-30' },
    ]);
    vault.setToday('2026-10-05');
    const fields = actionReviewFields(actionId, { reviewedOn: '2026-10-05' });
    valueOf(await vault.ask.reviews.save({ id: null, fields }));
    expect(valueOf(await vault.ask.reviews.due({ until: '2026-11-29' }))).toEqual([]);
    expect(actionReviewsDue(vault.store, '2026-11-30')).toEqual([
      { ...due, months: 3, dueOn: '2026-11-30' },
    ]);
  });

  it('is nothing for an action that is not done', async () => {
    const { actionId } = await doneAction('2026-08-31');
    valueOf(await vault.ask.actions.move({ id: actionId, status: 'in-progress' }));
    expect(valueOf(await vault.ask.reviews.due({ until: '2027-12-31' }))).toEqual([]);
  });
});
