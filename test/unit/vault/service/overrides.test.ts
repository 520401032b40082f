import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pendingOverrides } from '../../../../src/vault/service/overrides.ts';
import { addAction, addContact, consentArg, OVERRIDE, valueOf } from './records.ts';
import { makeVault, TODAY, type Vault } from './vault-fixture.ts';

/* domain.md: "Overrides are listed, never hidden." */

let vault: Vault;
let samira: string;
let statement: string;

beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
  const fields = { type: 'public-statement', audience: 'public' } as const;
  statement = await addAction(vault, 'A statement', [samira], fields);
});
afterEach(() => {
  vault.dispose();
});

const move = async (status: 'in-progress' | 'planned', override: typeof OVERRIDE | null = null) =>
  valueOf(await vault.ask.actions.move({ id: statement, status, override }));
const list = async () => valueOf(await vault.ask.overrides.list());
const given = async (purposes: ('public-statement' | 'use-of-name')[], decidedOn = TODAY) =>
  valueOf(await vault.ask.consents.record(consentArg(samira, purposes, ['public'], { decidedOn })));
const gap = (purpose: 'public-statement' | 'use-of-name', why = 'never-asked') => ({
  ...{ contactId: samira, contactLabel: 'Samira', purpose, audience: 'public', why },
});

describe('the list of overrides', () => {
  it('says who went past the gate, when, why, on whose authority, and what was missing', async () => {
    await given(['public-statement'], '2026-11-01');
    await move('in-progress', OVERRIDE);
    expect(await list()).toEqual([
      {
        actionId: statement,
        title: 'A statement',
        type: 'public-statement',
        status: 'in-progress',
        override: { ...OVERRIDE, at: '2026-11-24T09:30:00.000Z' },
        recordedBy: 'Officer One',
        recordedAt: '2026-11-24T09:30:00.000Z',
        stands: true,
        missing: [{ gap: gap('use-of-name'), now: gap('use-of-name') }],
      },
    ]);
  });

  it('says for each consent that was missing whether it has come since', async () => {
    await move('in-progress', OVERRIDE);
    vault.setToday('2026-11-30');
    await given(['use-of-name'], '2026-11-30');
    const [row] = await list();
    expect(
      row?.missing.map(({ gap: missed, now }) => [missed.purpose, now?.why ?? 'has come']),
    ).toEqual([
      ['public-statement', 'never-asked'],
      ['use-of-name', 'has come'],
    ]);
  });

  it('hides none: not one that was replaced, undone, or whose action was removed', async () => {
    await move('in-progress', OVERRIDE);
    await move('planned');
    vault.setToday('2026-11-25');
    const again = { ...OVERRIDE, reason: 'The trial was brought forward' };
    const second = await move('in-progress', again);
    const both = (await list()).map(({ override, stands }) => [override.reason, stands]);
    valueOf(await vault.ask.history.undo({ changeSetId: second.changeSetId ?? '' }));
    const undone = (await list()).map(({ override, stands }) => [override.reason, stands]);
    valueOf(await vault.ask.actions.remove({ id: statement }));
    const removed = (await list()).map(({ status, title }) => [status, title]);
    expect([both, undone, removed]).toEqual([
      [
        [again.reason, true],
        [OVERRIDE.reason, false],
      ],
      [
        [again.reason, false],
        [OVERRIDE.reason, false],
      ],
      [
        [null, 'A statement'],
        [null, 'A statement'],
      ],
    ]);
  });

  it('tells of the action as it was asked about then, whatever was edited since', async () => {
    const tariq = await addContact(vault, 'Tariq');
    await move('in-progress', OVERRIDE);
    await move('planned');
    const { action } = valueOf(await vault.ask.actions.get({ id: statement }));
    const {
      id: _,
      status: _s,
      consentEventIds: _c,
      override: _o,
      startedAt: _a,
      ...fields
    } = action;
    valueOf(
      await vault.ask.actions.save({
        id: statement,
        fields: {
          ...fields,
          ...{ title: 'A quiet word', type: 'private-approach', particulars: null },
          subjectIds: [tariq],
        },
      }),
    );
    const [row] = await list();
    expect([
      row?.title,
      row?.type,
      row?.missing.map(({ gap: missed }) => missed.contactId),
    ]).toEqual(['A statement', 'public-statement', [samira, samira]]);
  });

  it('keeps one open for good whose subject was removed: no consent can come any more', async () => {
    await move('in-progress', OVERRIDE);
    valueOf(await vault.ask.contacts.remove({ id: samira }));
    const [row] = await list();
    expect(row?.missing.map(({ now }) => now?.why)).toEqual(['unknown-contact', 'unknown-contact']);
  });
});

describe('a pending override', () => {
  it('is one whose action rests on it while a consent has not come', async () => {
    const pending = () => pendingOverrides(vault.store, vault.context.today()).length;
    await move('in-progress', OVERRIDE);
    const atFirst = pending();
    await given(['use-of-name']);
    const halfway = pending();
    const { changeSetId } = await given(['public-statement']);
    const settled = pending();
    valueOf(await vault.ask.history.undo({ changeSetId }));
    await move('planned');
    expect([atFirst, halfway, settled, pending()]).toEqual([1, 1, 0, 0]);
  });
});

describe('the overrides of a year', () => {
  it('stand in its assessment, also those that another took the place of or whose action was removed', async () => {
    const other = await addAction(vault, 'Another', [samira]);
    valueOf(await vault.ask.actions.move({ id: other, status: 'in-progress', override: OVERRIDE }));
    valueOf(await vault.ask.actions.remove({ id: other }));
    await move('in-progress', OVERRIDE);
    await move('planned');
    vault.setToday('2026-12-01');
    await move('in-progress', OVERRIDE);
    await move('planned');
    vault.setToday('2027-01-05');
    await move('in-progress', OVERRIDE);
    const of = async (year: number) =>
      valueOf(await vault.ask.assessments.ofYear({ year })).overrides.map((one) => [
        one.on,
        one.title,
        one.status,
      ]);
    expect([await of(2026), await of(2027)]).toEqual([
      [
        ['2026-12-01', 'A statement', 'in-progress'],
        [TODAY, 'A statement', 'in-progress'],
        [TODAY, 'Another', null],
      ],
      [['2027-01-05', 'A statement', 'in-progress']],
    ]);
  });
});
