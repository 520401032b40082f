import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskRow } from '../../../../src/shared/contract/tasks.ts';
import { tasksDue } from '../../../../src/vault/service/task-rows.ts';
import { write } from '../../../../src/vault/service/write.ts';
import { taskFields } from '../../../support/situation.ts';
import { addAction, addContact, failureIn, valueOf } from './records.ts';
import { makeVault, TODAY, type Vault } from './vault-fixture.ts';

let vault: Vault;
let amina: string;
let approach: string;
beforeEach(async () => {
  vault = await makeVault();
  amina = await addContact(vault, 'Amina');
  approach = await addAction(vault, 'Quiet word', [amina], {
    dueOn: '2026-12-20',
    owner: 'Desk officer',
  });
});
afterEach(() => vault.dispose());

const OWN = { text: 'Buy a phone', dueOn: null, assignedTo: null, actionId: null, contactId: null };

async function list(filter: Parameters<Vault['ask']['tasks']['list']>[0] = {}): Promise<TaskRow[]> {
  return valueOf(await vault.ask.tasks.list(filter));
}

async function inShort(
  filter: Parameters<Vault['ask']['tasks']['list']>[0] = {},
): Promise<(string | null)[][]> {
  const rows = await list(filter);
  return rows.map(({ step, text, dueOn, assignedTo, state }) => [
    step ?? text,
    dueOn,
    assignedTo,
    state,
  ]);
}

const consult = (): { actionId: string; step: string; text: string } => ({
  actionId: approach,
  step: 'consult',
  text: 'Ask them first',
});

describe('the list of tasks', () => {
  it('has the steps that the dates call for beside tasks of one’s own, by day', async () => {
    valueOf(await vault.ask.tasks.save({ id: null, fields: { ...OWN, dueOn: '2026-12-10' } }));
    valueOf(await vault.ask.tasks.save({ id: null, fields: OWN }));
    expect(await inShort()).toEqual([
      ['consult', '2026-12-06', 'Desk officer', 'open'],
      ['Buy a phone', '2026-12-10', null, 'open'],
      ['agree-lines', '2026-12-13', 'Desk officer', 'open'],
      ['Buy a phone', null, null, 'open'],
    ]);
  });

  it('stores nothing for a step that nobody touched', async () => {
    expect((await list()).map(({ id }) => id)).toEqual([null, null]);
  });

  it('is narrowed by contact, action, day, officer and state', async () => {
    const bea = await addContact(vault, 'Bea');
    const forBea = { ...OWN, text: 'Call Bea', contactId: bea, assignedTo: 'Ann' };
    valueOf(await vault.ask.tasks.save({ id: null, fields: forBea }));
    expect([
      await inShort({ contactId: bea }),
      (await inShort({ contactId: amina })).map(([what]) => what),
      (await inShort({ actionId: approach, until: '2026-12-06' })).map(([what]) => what),
      (await inShort({ assignedTo: 'Ann' })).map(([what]) => what),
      await inShort({ states: ['done'] }),
    ]).toEqual([
      [['Call Bea', null, 'Ann', 'open']],
      ['consult', 'agree-lines'],
      ['consult'],
      ['Call Bea'],
      [],
    ]);
  });

  it('says whom a step is for and of which action it is', async () => {
    const [first] = await list();
    expect([first?.contacts, first?.action]).toEqual([
      [{ id: amina, label: 'Amina' }],
      { id: approach, title: 'Quiet word', type: 'private-approach', status: 'planned' },
    ]);
  });

  it('names the bundle to call back, and keeps the task where the register lost it', async () => {
    const bundleEntryId = randomUUID();
    const fields = taskFields({ text: 'Call back', contactId: amina, bundleEntryId });
    write(vault.context, 'consent', (writer) => writer.create('task', fields));
    const row = (await list()).find(({ text }) => text === 'Call back');
    expect(row?.bundle).toEqual({ id: bundleEntryId, counterpartName: '', at: null });
  });

  it('keeps what a withdrawal started beside the steps, and settles it like any task', async () => {
    const by = { step: 'stop-action', text: 'Quiet word', actionId: approach, dueOn: TODAY };
    const id = write(vault.context, 'consent', (writer) =>
      writer.create('task', taskFields({ ...by, contactId: amina })),
    ).value;
    const rows = await list({ actionId: approach });
    expect(rows.map(({ step, startedBy, text }) => step ?? [startedBy, text])).toEqual([
      ['stop-action', 'Quiet word'],
      'consult',
      'agree-lines',
    ]);
    valueOf(await vault.ask.tasks.settle({ task: { id }, state: 'done' }));
    expect(await inShort({ states: ['done'] })).toEqual([['Quiet word', TODAY, null, 'done']]);
  });

  it('gives what is due by a day to the day’s work, overdue included', async () => {
    valueOf(await vault.ask.tasks.save({ id: null, fields: { ...OWN, dueOn: '2026-11-20' } }));
    valueOf(await vault.ask.tasks.save({ id: null, fields: OWN }));
    expect(
      tasksDue(vault.store, '2026-12-06', TODAY).map(({ step, text, isOverdue }) => [
        step ?? text,
        isOverdue,
      ]),
    ).toEqual([
      ['Buy a phone', true],
      ['consult', false],
    ]);
  });

  it('moves with the due date of the action', async () => {
    const { action } = valueOf(await vault.ask.actions.get({ id: approach }));
    const { status: _s, consentEventIds: _c, override: _o, startedAt: _a, id, ...fields } = action;
    valueOf(await vault.ask.actions.save({ id, fields: { ...fields, dueOn: '2026-12-30' } }));
    expect((await inShort()).map(([what, dueOn]) => [what, dueOn])).toEqual([
      ['consult', '2026-12-16'],
      ['agree-lines', '2026-12-23'],
    ]);
  });
});

describe('settling', () => {
  it('makes a record of a step that keeps the day it had, and can be undone', async () => {
    const done = valueOf(await vault.ask.tasks.settle({ task: consult(), state: 'done' }));
    const settled = (await list()).find(({ id }) => id === done.id);
    expect([settled?.state, settled?.dueOn, settled?.settledOn, settled?.text]).toEqual([
      'done',
      '2026-12-06',
      TODAY,
      'Ask them first',
    ]);
    valueOf(await vault.ask.history.undo({ changeSetId: done.changeSetId ?? '' }));
    expect((await list()).map(({ id, state }) => [id, state])).toEqual([
      [null, 'open'],
      [null, 'open'],
    ]);
  });

  it('makes no second record of a step that has one', async () => {
    const first = valueOf(await vault.ask.tasks.settle({ task: consult(), state: 'done' }));
    const again = valueOf(await vault.ask.tasks.settle({ task: consult(), state: 'dropped' }));
    expect([again.id, (await list({ states: ['dropped'] })).length]).toEqual([first.id, 1]);
  });

  it('opens a step again on the day that the dates give it by then', async () => {
    const { id } = valueOf(await vault.ask.tasks.settle({ task: consult(), state: 'done' }));
    valueOf(await vault.ask.tasks.settle({ task: { id }, state: 'open' }));
    expect((await inShort())[0]).toEqual(['consult', '2026-12-06', 'Desk officer', 'open']);
  });

  it('keeps the day of a task of one’s own', async () => {
    const fields = { ...OWN, dueOn: '2026-12-01' };
    const { id } = valueOf(await vault.ask.tasks.save({ id: null, fields }));
    valueOf(await vault.ask.tasks.settle({ task: { id }, state: 'dropped' }));
    expect(await inShort({ states: ['dropped'] })).toEqual([
      ['Buy a phone', '2026-12-01', null, 'dropped'],
    ]);
  });

  it('is refused for a step that the action does not call for, and for what is not there', async () => {
    const gone = randomUUID();
    expect([
      failureIn(
        await vault.ask.tasks.settle({ task: { ...consult(), step: 'tell-them' }, state: 'done' }),
      ),
      failureIn(await vault.ask.tasks.settle({ task: { id: gone }, state: 'done' })),
      failureIn(
        await vault.ask.tasks.settle({ task: { ...consult(), actionId: gone }, state: 'done' }),
      ),
    ]).toEqual([
      { kind: 'invalid-argument', issues: [{ path: ['task', 'step'], code: 'no-such-step' }] },
      { kind: 'not-found', record: { type: 'task', id: gone } },
      { kind: 'not-found', record: { type: 'action', id: gone } },
    ]);
  });
});

describe('rewording', () => {
  it('changes the words and the officer of a step and leaves its day to the action', async () => {
    const { id } = valueOf(
      await vault.ask.tasks.reviseStep({
        task: consult(),
        text: 'Ask her sister',
        assignedTo: 'Deputy',
      }),
    );
    expect((await list())[0]).toMatchObject({
      id,
      step: 'consult',
      text: 'Ask her sister',
      assignedTo: 'Deputy',
      dueOn: '2026-12-06',
    });
    valueOf(await vault.ask.tasks.remove({ id }));
    expect((await list())[0]).toMatchObject({ id: null, text: null, assignedTo: 'Desk officer' });
  });

  it('of a task of one’s own goes through its form, and of a step does not', async () => {
    const own = valueOf(await vault.ask.tasks.save({ id: null, fields: OWN }));
    const step = valueOf(await vault.ask.tasks.settle({ task: consult(), state: 'done' }));
    const change = { text: 'Other words', assignedTo: null };
    expect([
      failureIn(await vault.ask.tasks.reviseStep({ task: { id: own.id }, ...change })).kind,
      failureIn(await vault.ask.tasks.save({ id: step.id, fields: OWN })).kind,
    ]).toEqual(['invalid-argument', 'invalid-argument']);
  });
});

describe('a task of one’s own', () => {
  it('is refused for a contact or an action that is not there', async () => {
    const gone = randomUUID();
    expect([
      failureIn(await vault.ask.tasks.save({ id: null, fields: { ...OWN, contactId: gone } })),
      failureIn(await vault.ask.tasks.save({ id: null, fields: { ...OWN, actionId: gone } })),
    ]).toEqual([
      { kind: 'not-found', record: { type: 'contact', id: gone } },
      { kind: 'not-found', record: { type: 'action', id: gone } },
    ]);
  });

  it('goes with its action, and comes back with it', async () => {
    const fields = { ...OWN, actionId: approach };
    valueOf(await vault.ask.tasks.save({ id: null, fields }));
    const removed = valueOf(await vault.ask.actions.remove({ id: approach }));
    expect(await list()).toEqual([]);
    valueOf(await vault.ask.history.undo({ changeSetId: removed.changeSetId ?? '' }));
    expect((await list()).map(({ step, text }) => step ?? text)).toEqual([
      'consult',
      'agree-lines',
      'Buy a phone',
    ]);
  });

  it('keeps the making of its action from being undone under it', async () => {
    const made = valueOf(await vault.ask.history.ofRecord({ type: 'action', id: approach })).at(-1);
    const { id } = valueOf(
      await vault.ask.tasks.save({ id: null, fields: { ...OWN, actionId: approach } }),
    );
    const failure = failureIn(await vault.ask.history.undo({ changeSetId: made?.id ?? '' }));
    expect(failure).toEqual({ kind: 'undo-conflict', records: [{ type: 'task', id }] });
  });
});
