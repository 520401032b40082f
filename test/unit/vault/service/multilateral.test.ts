import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionParticulars } from '../../../../src/shared/model/particulars.ts';
import { addAction, addContact, OVERRIDE, valueOf } from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let amina: string;
beforeEach(async () => {
  vault = await makeVault();
  amina = await addContact(vault, 'Amina');
});
afterEach(() => vault.dispose());

const RECOMMENDATION: Extract<ActionParticulars, { type: 'upr-recommendation' }> = {
  type: 'upr-recommendation',
  cycle: 4,
  stateUnderReview: 'SD',
  text: 'Repeal the article on false news.',
  stateResponse: 'pending',
  adoptedOn: null,
  followUp: '',
};

describe('what is done through the United Nations', () => {
  it('is every action of a multilateral type and no other, with what it holds', async () => {
    await addAction(vault, 'Quiet word', [amina]);
    const id = await addAction(vault, 'On false news', [amina], {
      type: 'upr-recommendation',
      audience: 'un',
      particulars: RECOMMENDATION,
    });
    const rows = valueOf(await vault.ask.multilateral.list());
    expect(rows.map((row) => [row.action.id, row.particulars])).toEqual([[id, RECOMMENDATION]]);
  });

  it('says what comes next, and the step after once that is settled', async () => {
    const id = await addAction(vault, 'On false news', [amina], {
      type: 'upr-recommendation',
      audience: 'un',
      dueOn: '2027-05-04',
    });
    const next = async (): Promise<unknown> =>
      valueOf(await vault.ask.multilateral.list())[0]?.next;
    const before = await next();
    const task = { actionId: id, step: 'consult-on-recommendation', text: 'Ask defenders' };
    valueOf(await vault.ask.tasks.settle({ task, state: 'done' }));
    expect([before, await next()]).toEqual([
      { step: 'consult-on-recommendation', text: null, dueOn: '2027-01-04', isOverdue: false },
      { step: 'draft-recommendation', text: null, dueOn: '2027-03-05', isOverdue: false },
    ]);
  });

  it('goes on between two reviews once the state has answered', async () => {
    const id = await addAction(vault, 'On false news', [amina], {
      type: 'upr-recommendation',
      audience: 'un',
      particulars: { ...RECOMMENDATION, stateResponse: 'accepted', adoptedOn: '2026-09-25' },
    });
    valueOf(await vault.ask.actions.move({ id, status: 'done', override: OVERRIDE }));
    const steps = valueOf(await vault.ask.tasks.list({ actionId: id }));
    expect(steps.map(({ step, dueOn, isOverdue }) => [step, dueOn, isOverdue])).toEqual([
      ['tell-response', '2026-10-02', true],
      ['tell-them', '2026-12-01', false],
      ['ask-implementation', '2027-03-25', false],
      ['consult-progress', '2027-09-25', false],
      ['mid-term', '2028-12-25', false],
      ['prepare-next-cycle', '2030-03-25', false],
    ]);
  });
});
