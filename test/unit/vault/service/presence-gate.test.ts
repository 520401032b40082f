import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionStatus } from '../../../../src/shared/model/vocabulary/action.ts';
import {
  addCustody,
  addHearing,
  addMoved,
  addVisit,
  consentTo,
  hearingArg,
  visitArg,
} from './custody-records.ts';
import { addAction, addContact, failureIn, OVERRIDE, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

/*
 * UK Support for Human Rights Defenders: "Attending trials and visiting detained human rights
 * activists" is among what a mission does, and "We will always seek to consult with Human Rights
 * Defenders or those close to them … before taking any action". So nothing says that somebody was
 * there but what rests on an action that passed the gate.
 */

let vault: Vault;
let defender: string;
let custodyId: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira');
  custodyId = await addCustody(vault, defender);
});
afterEach(() => {
  vault.dispose();
});

type Outcome = Awaited<ReturnType<Vault['ask']['custody']['saveVisit']>>;
/** `saved`, or the failure in one line. */
function saying(outcome: Outcome): string {
  if (outcome.ok) return 'saved';
  const { failure } = outcome;
  if (failure.kind === 'invalid-argument') {
    return failure.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(' ');
  }
  if (failure.kind === 'consent-missing') {
    return `consent-missing: ${failure.gaps.map(({ why }) => why).join(' ')}`;
  }
  return failure.kind;
}

const held = (actionId: string, visitOn = '2026-11-20') =>
  visitArg(custodyId, { status: 'held', visitOn, actionId });
const visit = async (actionId: string, id: string | null = null, visitOn?: string) =>
  saying(await vault.ask.custody.saveVisit({ id, fields: held(actionId, visitOn) }));
const attended = (actionId: string, change: Parameters<typeof hearingArg>[1] = {}) =>
  hearingArg(defender, {
    startsAt: '2026-11-20T09:30',
    status: 'held',
    actionId,
    attended: true,
    ...change,
  });
const attend = async (actionId: string, id: string | null = null) =>
  saying(await vault.ask.hearings.save({ id, fields: attended(actionId) }));

describe('a visit made', () => {
  it('rests on a detention visit under way or done, and on no other state of it', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const of = async (status: ActionStatus): Promise<string> =>
      visit(await addMoved(vault, defender, 'detention-visit', status));
    expect([
      await of('planned'),
      await of('cancelled'),
      await of('in-progress'),
      await of('done'),
    ]).toEqual([
      'fields.actionId: gate-not-passed',
      'fields.actionId: gate-not-passed',
      'saved',
      'saved',
    ]);
  });

  it('rests on no action of another kind, of somebody else, or that is not there', async () => {
    const other = await addContact(vault, 'Idris');
    await consentTo(vault, other, 'visit-in-detention');
    await consentTo(vault, defender, 'attend-trial');
    const trial = await addMoved(vault, defender, 'trial-observation', 'in-progress');
    const forOther = await addMoved(vault, other, 'detention-visit', 'in-progress');
    const nobody = await addAction(vault, 'For nobody', [], { type: 'detention-visit' });
    valueOf(await vault.ask.actions.move({ id: nobody, status: 'in-progress' }));
    expect([
      await visit(trial),
      await visit(forOther),
      await visit(nobody),
      await visit(crypto.randomUUID()),
    ]).toEqual([
      'fields.actionId: action-of-another-type',
      'fields.actionId: action-not-for-them',
      'fields.actionId: action-not-for-them',
      'fields.actionId: action-required',
    ]);
  });

  it('may rest on a listed override: the only way past a missing consent', async () => {
    const id = await addMoved(vault, defender, 'detention-visit', 'planned');
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    expect(await visit(id)).toBe('saved');
  });

  it('is refused once the consent was withdrawn, though the action is still under way', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const id = await addMoved(vault, defender, 'detention-visit', 'in-progress');
    await consentTo(vault, defender, 'visit-in-detention', 'withdrawn');
    expect(await visit(id)).toBe('consent-missing: withdrawn');
  });

  it('was not made on a day to come, before the request, after the release or after the action', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const running = await addMoved(vault, defender, 'detention-visit', 'in-progress');
    vault.setToday('2026-11-10');
    const done = await addMoved(vault, defender, 'detention-visit', 'planned');
    vault.setToday('2026-11-24');
    valueOf(await vault.ask.actions.move({ id: done, status: 'done' }));
    vault.setToday('2026-11-26');
    expect([
      await visit(running, null, '2026-11-27'),
      await visit(done, null, '2026-11-25'),
      await visit(done, null, '2026-11-24'),
    ]).toEqual(['fields.visitOn: in-future', 'fields.visitOn: after-action-done', 'saved']);
  });

  it('is not brought about by an edit, of the day, the action or the state', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const action = await addMoved(vault, defender, 'detention-visit', 'in-progress');
    const planned = await addMoved(vault, defender, 'detention-visit', 'planned');
    const asked = await addVisit(vault, custodyId, { status: 'granted', actionId: planned });
    const made = await addVisit(vault, custodyId, held(action));
    await consentTo(vault, defender, 'visit-in-detention', 'withdrawn');
    expect([
      await visit(planned, asked),
      await visit(planned, made),
      await visit(action, made, '2026-11-21'),
    ]).toEqual([
      'fields.actionId: gate-not-passed',
      'fields.actionId: gate-not-passed',
      'consent-missing: withdrawn',
    ]);
  });

  it('stays a fact whatever becomes of the action, which is shown as no longer bearing it', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const action = await addMoved(vault, defender, 'detention-visit', 'in-progress');
    const id = await addVisit(vault, custodyId, held(action));
    valueOf(await vault.ask.actions.move({ id: action, status: 'planned' }));
    const fields = { ...held(action), findings: 'No doctor has seen her.' };
    const saved = await vault.ask.custody.saveVisit({ id, fields });
    const row = valueOf(await vault.ask.custody.getVisit({ id }));
    expect([saying(saved), row.status, row.action?.bears]).toEqual(['saved', 'held', false]);
  });
});

describe('an observer who attended', () => {
  it('rests on a trial observation that passed the gate; a place on the roster rests on none', async () => {
    await consentTo(vault, defender, 'attend-trial');
    const planned = await addMoved(vault, defender, 'trial-observation', 'planned');
    const running = await addMoved(vault, defender, 'trial-observation', 'in-progress');
    const scheduled = hearingArg(defender, { startsAt: '2026-11-30T10:00', actionId: planned });
    expect([
      saying(await vault.ask.hearings.save({ id: null, fields: scheduled })),
      await attend(planned),
      await attend(running),
    ]).toEqual(['saved', 'fields.actionId: gate-not-passed', 'saved']);
  });

  it('is refused once the consent was withdrawn; who attended before stays', async () => {
    await consentTo(vault, defender, 'attend-trial');
    const action = await addMoved(vault, defender, 'trial-observation', 'in-progress');
    const fields = attended(action);
    const { id } = valueOf(await vault.ask.hearings.save({ id: null, fields }));
    await consentTo(vault, defender, 'attend-trial', 'withdrawn');
    const [first] = fields.observers;
    const second = { ...first, id: crypto.randomUUID(), name: 'C. Another' } as NonNullable<
      typeof first
    >;
    const save = async (change: Partial<typeof fields>): Promise<string> =>
      saying(await vault.ask.hearings.save({ id, fields: { ...fields, ...change } }));
    expect([
      await save({ outcome: 'Put off to January.' }),
      await save({ observers: [...fields.observers, second] }),
      await save({ observers: [{ ...second, id: first?.id ?? '' }] }),
      await save({ startsAt: '2026-11-21T09:30' }),
      await save({ observers: [] }),
    ]).toEqual([
      'saved',
      'consent-missing: withdrawn',
      'consent-missing: withdrawn',
      'consent-missing: withdrawn',
      'saved',
    ]);
  });
});

describe('undo', () => {
  const undo = async (changeSetId: string | null) =>
    vault.ask.history.undo({ changeSetId: changeSetId ?? '' });

  it('does not bring a visit back that nothing bears any more', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const action = await addMoved(vault, defender, 'detention-visit', 'in-progress');
    const id = await addVisit(vault, custodyId, held(action));
    const fields = visitArg(custodyId, { status: 'granted', visitOn: '2026-11-20' });
    const mistake = valueOf(await vault.ask.custody.saveVisit({ id, fields }));
    valueOf(await vault.ask.actions.move({ id: action, status: 'planned' }));
    const undone = await undo(mistake.changeSetId);
    expect([failureIn(undone), valueOf(await vault.ask.custody.getVisit({ id })).status]).toEqual([
      { kind: 'undo-conflict', records: [{ type: 'action', id: action }] },
      'granted',
    ]);
  });

  it('does not bring an attendance back, nor a removed hearing with one, after a withdrawal', async () => {
    await consentTo(vault, defender, 'attend-trial');
    const action = await addMoved(vault, defender, 'trial-observation', 'in-progress');
    const id = await addHearing(vault, defender, attended(action));
    const removal = valueOf(await vault.ask.hearings.remove({ id }));
    await consentTo(vault, defender, 'attend-trial', 'withdrawn');
    const refused = failureIn(await undo(removal.changeSetId));
    expect([refused.kind, (await vault.ask.hearings.get({ id })).ok]).toEqual([
      'consent-missing',
      false,
    ]);
  });

  it('brings back what stood on good ground: a visit, and the edit of another part of it', async () => {
    await consentTo(vault, defender, 'visit-in-detention');
    const action = await addMoved(vault, defender, 'detention-visit', 'done');
    const id = await addVisit(vault, custodyId, held(action));
    const edit = valueOf(
      await vault.ask.custody.saveVisit({ id, fields: { ...held(action), findings: 'Thin.' } }),
    );
    await consentTo(vault, defender, 'visit-in-detention', 'withdrawn');
    valueOf(await undo(edit.changeSetId));
    const removal = valueOf(await vault.ask.custody.removeVisit({ id }));
    valueOf(await undo(removal.changeSetId));
    const row = valueOf(await vault.ask.custody.getVisit({ id }));
    expect([row.status, row.findings]).toEqual(['held', '']);
  });
});
