import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { particularsFrom } from '../../../../src/shared/model/particulars-start.ts';
import { cleared, instructed } from '../../../support/particulars.ts';
import {
  type ActionArg,
  actionFields,
  addAction,
  addContact,
  consentArg,
  failureIn,
  OVERRIDE,
  valueOf,
} from './records.ts';
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

const consent = async (
  change = {},
  purposes: Parameters<typeof consentArg>[1] = ['private-approach'],
): Promise<void> => {
  valueOf(await vault.ask.consents.record(consentArg(defender, purposes, ['authorities'], change)));
};
const statusOf = async (id: string): Promise<string> =>
  valueOf(await vault.ask.actions.get({ id })).action.status;
const gapsOf = (failure: { kind: string; gaps?: { why: string }[] }): string[] =>
  failure.gaps?.map((gap) => gap.why) ?? [failure.kind];

describe('leaving planned', () => {
  it('is refused without a consent, naming whose and for what, and nothing is changed', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    const moved = await vault.ask.actions.move({ id, status: 'in-progress' });
    expect([failureIn(moved), await statusOf(id)]).toEqual([
      {
        kind: 'consent-missing',
        gaps: [
          {
            contactId: defender,
            contactLabel: 'Samira',
            purpose: 'private-approach',
            audience: 'authorities',
            why: 'never-asked',
          },
        ],
      },
      'planned',
    ]);
  });

  it('goes through on a live consent and keeps which one it relied on, and when it began', async () => {
    await consent();
    const id = await addAction(vault, 'Raise the case', [defender]);
    vault.setToday('2026-11-25');
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const { action } = valueOf(await vault.ask.actions.get({ id }));
    const { events } = valueOf(await vault.ask.consents.ofContact({ contactId: defender }));
    expect([action.consentEventIds, action.override, action.startedAt]).toEqual([
      [events[0]?.id],
      null,
      '2026-11-25T12:00:00.000Z',
    ]);
  });

  it('asks the same of an action that goes straight to done', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    const refused = await vault.ask.actions.move({ id, status: 'done' });
    await consent();
    valueOf(await vault.ask.actions.move({ id, status: 'done' }));
    const { action } = valueOf(await vault.ask.actions.get({ id }));
    expect([gapsOf(failureIn(refused)), action.status, action.doneOn]).toEqual([
      ['never-asked'],
      'done',
      '2026-11-24',
    ]);
  });

  it('goes through on an override, which is stored and listed', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    await addAction(vault, 'Another', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    const listed = valueOf(await vault.ask.overrides.list());
    const { action, row } = valueOf(await vault.ask.actions.get({ id }));
    expect([
      listed.map(({ actionId, stands }) => [actionId, stands]),
      [row.gate.via, row.overridden],
      action.override,
    ]).toEqual([[[id, true]], ['override', true], { ...OVERRIDE, at: '2026-11-24T09:30:00.000Z' }]);
  });

  it('refuses an override without a second, different name when nobody could be reached', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    const override = { ...OVERRIDE, secondName: 'head of mission' };
    const moved = await vault.ask.actions.move({ id, status: 'in-progress', override });
    expect([failureIn(moved), await statusOf(id)]).toEqual([
      {
        kind: 'invalid-argument',
        issues: [{ path: ['override', 'secondName'], code: 'second-name-required' }],
      },
      'planned',
    ]);
  });

  it('does not keep an override that was not needed', async () => {
    await consent();
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    expect(valueOf(await vault.ask.actions.get({ id })).action.override).toBeNull();
  });

  it('is refused, override or not, for a contact who does not act peacefully', async () => {
    const violent = await addContact(vault, 'Armed group', {
      peacefulMeans: {
        status: 'not-met',
        assessedBy: 'Officer One',
        assessedOn: '2026-11-01',
        ground: 'Called for attacks',
      },
    });
    const id = await addAction(vault, 'Raise the case', [violent]);
    const moved = await vault.ask.actions.move({ id, status: 'done', override: OVERRIDE });
    expect(gapsOf(failureIn(moved))).toEqual(['peaceful-means-not-met']);
  });

  it('is not asked for cancelling, nor for going back to planned', async () => {
    await consent();
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'cancelled' }));
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    valueOf(await vault.ask.actions.move({ id, status: 'planned' }));
    const { action } = valueOf(await vault.ask.actions.get({ id }));
    expect([action.status, action.consentEventIds, action.startedAt]).toEqual([
      'planned',
      [],
      null,
    ]);
  });

  it('does not pass a second time on the override of an earlier run, which stays listed', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    valueOf(await vault.ask.actions.move({ id, status: 'planned' }));
    const again = await vault.ask.actions.move({ id, status: 'in-progress' });
    const row = valueOf(await vault.ask.actions.get({ id })).row;
    expect([gapsOf(failureIn(again)), row.overridden, row.gate.allowed]).toEqual([
      ['never-asked'],
      true,
      false,
    ]);
  });
});

describe('an action under way', () => {
  it('is stopped from done by a withdrawal, and passes with a new override only', async () => {
    await consent({ decidedOn: '2026-11-01' });
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    await consent({ decision: 'withdrawn' });
    const refused = await vault.ask.actions.move({ id, status: 'done' });
    valueOf(await vault.ask.actions.move({ id, status: 'done', override: OVERRIDE }));
    expect([gapsOf(failureIn(refused)), await statusOf(id)]).toEqual([['withdrawn'], 'done']);
  });

  it('is finished on the override it began with, while nothing new was said', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    vault.setToday('2026-12-01');
    valueOf(await vault.ask.actions.move({ id, status: 'done' }));
    expect(await statusOf(id)).toBe('done');
  });

  it('is not finished on an override given before the defender said no', async () => {
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    await consent({ decision: 'refused' });
    const done = await vault.ask.actions.move({ id, status: 'done' });
    const { gate } = valueOf(await vault.ask.actions.get({ id })).row;
    expect([gapsOf(failureIn(done)), gate.allowed, gate.via]).toEqual([['refused'], false, null]);
  });

  it('is finished on an override that was given in the knowledge of a no', async () => {
    await consent({ decision: 'refused' });
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    valueOf(await vault.ask.actions.move({ id, status: 'done' }));
    expect(await statusOf(id)).toBe('done');
  });

  it('is asked anew when another subject, type or audience is put in, and not for other edits', async () => {
    await consent();
    const other = await addContact(vault, 'Tariq');
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const save = (fields: ReturnType<typeof actionFields>) =>
      vault.ask.actions.save({ id, fields });
    const outcomes = [
      await save(actionFields('Raise the case again', [defender], { outcome: 'Noted' })),
      await save(actionFields('Raise the case', [defender, other])),
      await save(actionFields('Raise the case', [defender], { audience: 'media' })),
      await save(actionFields('Raise the case', [defender], { type: 'demarche' })),
    ];
    expect(outcomes.map((one) => one.ok || gapsOf(one.failure))).toEqual([
      true,
      ['never-asked'],
      ['wrong-audience'],
      ['never-asked'],
    ]);
  });

  it('does not stretch an override to a subject it was not given for', async () => {
    const other = await addContact(vault, 'Tariq');
    const id = await addAction(vault, 'Raise the case', [defender]);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress', override: OVERRIDE }));
    const fields = actionFields('Raise the case', [defender, other]);
    const stretched = await vault.ask.actions.save({ id, fields });
    expect(gapsOf(failureIn(stretched))).toEqual(['never-asked', 'never-asked']);
  });
});

describe('the paper: "a formal demarche on instructions from London"', () => {
  const agreed = async (): Promise<void> => consent({}, ['formal-demarche']);
  const demarche = (particulars: ActionArg['particulars']): ActionArg =>
    actionFields('Demarche', [defender], { type: 'demarche', particulars });
  const planned = async (particulars: ActionArg['particulars']): Promise<string> =>
    addAction(vault, 'Demarche', [defender], { type: 'demarche', particulars });

  it('cannot leave planned without the instruction, whether everyone agreed or was overridden', async () => {
    const id = await planned(null);
    const overridden = await vault.ask.actions.move({
      id,
      status: 'in-progress',
      override: OVERRIDE,
    });
    await agreed();
    const moves = [
      await vault.ask.actions.move({ id, status: 'in-progress' }),
      await vault.ask.actions.move({ id, status: 'done' }),
    ];
    const { action, row } = valueOf(await vault.ask.actions.get({ id }));
    const notReady = { kind: 'action-not-ready', actionId: id, reason: 'no-instruction' };
    expect([overridden, ...moves].map((one) => failureIn<unknown>(one))).toEqual([
      notReady,
      notReady,
      notReady,
    ]);
    expect([action.status, action.override, row.gate.allowed, row.gate.via]).toEqual([
      'planned',
      null,
      false,
      'consent',
    ]);
  });

  it('says first whose consent is missing: the defender is asked before capital is', async () => {
    const id = await planned(null);
    const moved = await vault.ask.actions.move({ id, status: 'in-progress' });
    expect(gapsOf(failureIn(moved))).toEqual(['never-asked']);
  });

  it('goes ahead once the instruction is filled in', async () => {
    await agreed();
    const id = await planned(null);
    valueOf(await vault.ask.actions.save({ id, fields: demarche(instructed()) }));
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    expect(await statusOf(id)).toBe('in-progress');
  });

  it('keeps its instruction while under way, and takes other edits', async () => {
    await agreed();
    const id = await planned(instructed());
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const answered = { ...instructed(), response: 'They will look into it.' };
    valueOf(await vault.ask.actions.save({ id, fields: demarche(answered) }));
    const taken = { ...instructed(), instructedOn: null };
    const refused = await vault.ask.actions.save({ id, fields: demarche(taken) });
    expect(failureIn(refused).kind).toBe('action-not-ready');
    expect(valueOf(await vault.ask.actions.get({ id })).action.particulars).toEqual(answered);
  });
});

describe('a text that goes out', () => {
  const statement = (particulars: ActionArg['particulars']): Partial<ActionArg> => ({
    type: 'public-statement',
    audience: 'public',
    particulars,
  });
  const agreed = async (contactId: string): Promise<void> => {
    const purposes = ['public-statement' as const, 'use-of-name' as const];
    valueOf(await vault.ask.consents.record(consentArg(contactId, purposes, ['public'])));
  };

  it('is cleared first', async () => {
    await agreed(defender);
    const id = await addAction(vault, 'Statement', [defender], statement(null));
    const moved = await vault.ask.actions.move({ id, status: 'done' });
    expect(failureIn(moved)).toMatchObject({ kind: 'action-not-ready', reason: 'not-cleared' });
  });

  it('names nobody who has not agreed to it, and flags whoever withdraws that', async () => {
    await agreed(defender);
    const sister = await addContact(vault, 'Her sister');
    const naming = { ...cleared('public-statement'), mayBeNamedIds: [sister] };
    const id = await addAction(vault, 'Statement', [defender], statement(naming));
    const refused = await vault.ask.actions.move({ id, status: 'in-progress' });
    await agreed(sister);
    valueOf(await vault.ask.actions.move({ id, status: 'in-progress' }));
    const withdrawal = valueOf(
      await vault.ask.consents.record(
        consentArg(sister, ['use-of-name'], ['any'], { decision: 'withdrawn' }),
      ),
    );
    const { gaps } = valueOf(await vault.ask.actions.get({ id })).row.gate;
    expect(failureIn(refused)).toMatchObject({
      kind: 'consent-missing',
      gaps: [{ contactId: sister, purpose: 'use-of-name', audience: 'public' }],
    });
    expect([withdrawal.actionsNowWithoutConsent, gaps.map((gap) => gap.why)]).toEqual([
      [{ id, title: 'Statement', status: 'in-progress' }],
      ['withdrawn'],
    ]);
  });

  it('is refused where it names somebody this vault does not know', async () => {
    const nobody = '01890000-0000-7000-8000-000000000001';
    const naming = { ...cleared('public-statement'), mayBeNamedIds: [nobody] };
    const company = particularsFrom('company-approach', { companyId: nobody });
    const partner = { id: nobody, contactId: nobody, name: 'Mission', role: 'lead' } as const;
    const save = (change: Partial<ActionArg>) =>
      vault.ask.actions.save({ id: null, fields: actionFields('Text', [defender], change) });
    const outcomes = [
      await save(statement(naming)),
      await save({ type: 'company-approach', particulars: company }),
      await save({ partners: [partner] }),
    ];
    const unknown = { kind: 'not-found', record: { type: 'contact', id: nobody } };
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([unknown, unknown, unknown]);
  });
});

describe('the list of actions', () => {
  it('gives the soonest due first, with subjects by name and what the gate says today', async () => {
    await consent();
    const later = await addAction(vault, 'Later', [defender], { dueOn: '2026-12-24' });
    const open = await addAction(vault, 'Some day', []);
    const soon = await addAction(vault, 'Soon', [defender], {
      dueOn: '2026-11-30',
      type: 'demarche',
    });
    const rows = valueOf(await vault.ask.actions.list({}));
    expect(rows.map((row) => [row.id, row.subjects, row.gate.allowed, row.gate.via])).toEqual([
      [soon, [{ id: defender, label: 'Samira' }], false, null],
      [later, [{ id: defender, label: 'Samira' }], true, 'consent'],
      [open, [], true, 'no-subject'],
    ]);
  });

  it('is narrowed to a contact and to statuses', async () => {
    const other = await addContact(vault, 'Tariq');
    const mine = await addAction(vault, 'Mine', [defender]);
    await addAction(vault, 'Theirs', [other]);
    const gone = await addAction(vault, 'Given up', [defender]);
    valueOf(await vault.ask.actions.move({ id: gone, status: 'cancelled' }));
    const ids = async (arg: Parameters<Vault['ask']['actions']['list']>[0]) =>
      valueOf(await vault.ask.actions.list(arg)).map((row) => row.id);
    expect([
      await ids({ contactId: defender, statuses: ['planned'] }),
      await ids({ contactId: defender, statuses: ['cancelled'] }),
    ]).toEqual([[mine], [gone]]);
  });

  it('refuses a subject nobody knows, and an action nobody knows', async () => {
    const id = '01890000-0000-7000-8000-000000000001';
    const outcomes = [
      await vault.ask.actions.save({ id: null, fields: actionFields('To whom?', [id]) }),
      await vault.ask.actions.save({ id, fields: actionFields('What?', []) }),
      await vault.ask.actions.move({ id, status: 'done' }),
      await vault.ask.actions.remove({ id }),
      await vault.ask.actions.get({ id }),
    ];
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([
      { kind: 'not-found', record: { type: 'contact', id } },
      ...[1, 2, 3, 4].map(() => ({ kind: 'not-found', record: { type: 'action', id } })),
    ]);
  });

  it('says beforehand what the gate would say, and changes nothing', async () => {
    await consent();
    const check = async (type: 'private-approach' | 'public-statement') =>
      valueOf(
        await vault.ask.actions.check({ type, audience: 'authorities', subjectIds: [defender] }),
      );
    expect([
      (await check('private-approach')).allowed,
      (await check('public-statement')).gaps.map((gap) => gap.purpose),
      valueOf(await vault.ask.actions.list({})),
    ]).toEqual([true, ['public-statement', 'use-of-name'], []]);
  });
});
