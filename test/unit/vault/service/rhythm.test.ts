import { parseDate } from '@internationalized/date';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isKeptInContact } from '../../../../src/shared/model/cadence.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import { rhythmStandings } from '../../../../src/vault/store/rhythm.ts';
import {
  addContact,
  contactFields,
  failureIn,
  meetingArg,
  promiseInput,
  valueOf,
} from './records.ts';
import { makeVault, TODAY, type Vault } from './vault-fixture.ts';

let vault: Vault;
beforeEach(async () => {
  vault = await makeVault();
});
afterEach(() => {
  vault.dispose();
});

const daysAgo = (days: number): string => parseDate(TODAY).subtract({ days }).toString();

type Overview = Parameters<Vault['ask']['rhythm']['overview']>[0];
const overview = async (arg: Overview = {}) => valueOf(await vault.ask.rhythm.overview(arg));
const labels = async (arg: Overview = {}): Promise<string[]> =>
  (await overview(arg)).rows.map((row) => row.label);
const rowOf = async (id: string) => {
  const row = (await overview()).rows.find((one) => one.id === id);
  if (row === undefined) throw new Error('not among those contact is kept with');
  return row;
};

/** A contact last met so many days ago; null for never. */
async function met(
  name: string,
  days: number | null,
  change: Partial<ContactFields> = {},
): Promise<string> {
  const id = await addContact(vault, name, change);
  if (days !== null) await meet([id], days);
  return id;
}

async function meet(
  ids: string[],
  days: number,
  fields: NonNullable<Parameters<typeof meetingArg>[2]>['fields'] = {},
): Promise<string> {
  const startedAt = `${daysAgo(days)}T10:00`;
  const arg = meetingArg(`${days} days ago`, ids, { seal: true, fields: { startedAt, ...fields } });
  return valueOf(await vault.ask.meetings.save(arg)).id;
}

describe('the overview of steady-state contact', () => {
  it('puts silence first, then what is late, and within these the higher risk', async () => {
    await met('On track', 2, { riskLevel: 'medium' });
    await met('Late, low', 95, { riskLevel: 'low' });
    await met('Late, high', 16, { riskLevel: 'high' });
    await met('Never met', null, { riskLevel: 'high' });
    await met('No rhythm', 3);
    await met('Quiet', 80, { riskLevel: 'medium' });
    await met('Alarming', 12, { riskLevel: 'extreme' });
    expect(await labels()).toEqual([
      'Alarming',
      'Quiet',
      'Late, high',
      'Late, low',
      'Never met',
      'On track',
      'No rhythm',
    ]);
  });

  it('says of each who, where, the rhythm, the last and the next contact, and how late it is', async () => {
    const id = await met('Samira', 20, { riskLevel: 'high', remote: true, locality: 'Upland' });
    expect(await rowOf(id)).toEqual({
      id,
      kind: 'person',
      label: 'Samira',
      photo: null,
      locality: 'Upland',
      remote: true,
      riskLevel: 'high',
      rhythm: { everyDays: 14, setBy: 'risk-level' },
      lastContactOn: daysAgo(20),
      nextOn: daysAgo(6),
      plannedOn: null,
      state: 'overdue',
      overdueDays: 6,
      silence: 'none',
      silentDays: 20,
      attempts: 0,
      months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    });
  });

  it('counts what passes each filter, and gives the first of those asked for', async () => {
    await met('Near', 2, { riskLevel: 'medium' });
    await met('Far and late', 31, { riskLevel: 'medium', remote: true });
    await met('Far and quiet', 300, { riskLevel: 'medium', remote: true });
    const { counts, stands, rows } = await overview({ filter: 'remote', limit: 1 });
    expect([rows.map((row) => row.label), counts, stands]).toEqual([
      ['Far and quiet'],
      { all: 3, overdue: 1, quiet: 1, remote: 2, 'no-rhythm': 0 },
      {
        ...{ alarming: 1, quiet: 0, overdue: 1, 'never-met': 0 },
        ...{ 'due-soon': 0, planned: 0, 'on-track': 1, 'no-rhythm': 0 },
      },
    ]);
  });

  it('draws a strip of contacts by month, in which a corrected log counts once and as corrected', async () => {
    const id = await met('Samira', null, { riskLevel: 'low' });
    await meet([id], 1);
    const wrong = await meet([id], 5);
    await meet([id], 40, { correctsId: wrong });
    await meet([id], -3);
    const { months, rows } = await overview({ months: 3 });
    expect([months, rows[0]?.months]).toEqual([
      ['2026-09', '2026-10', '2026-11'],
      [0, 1, 1],
    ]);
  });

  it('takes the date of the last contact from the correction of a log', async () => {
    const id = await met('Samira', null, { riskLevel: 'low' });
    const wrong = await meet([id], 5);
    await meet([id], 40, { correctsId: wrong });
    expect((await rowOf(id)).lastContactOn).toBe(daysAgo(40));
  });

  it('holds exactly those whom the rule says contact is kept with', async () => {
    const states = ['draft', 'active', 'archived'] as const;
    const findings = ['not-assessed', 'met', 'not-met'] as const;
    const types = [null, 'cso', 'authority', 'company'] as const;
    const all = states.flatMap((state) =>
      findings.flatMap((status) =>
        types.flatMap((organisationType) =>
          [null, 30].map((contactEveryDays) => ({
            fields: contactFields('x', {
              state,
              organisationType,
              contactEveryDays,
              peacefulMeans: {
                status,
                assessedBy: null,
                assessedOn: TODAY,
                ground: 'known',
              },
            }),
            kept: isKeptInContact(
              {
                ...{ state, organisationType, contactEveryDays },
                peacefulMeans: status,
                dissolvedOn: null,
              },
              TODAY,
            ),
          })),
        ),
      ),
    );
    const wanted: string[] = [];
    for (const { fields, kept } of all) {
      const { id } = valueOf(await vault.ask.contacts.save({ id: null, fields }));
      if (kept) wanted.push(id);
    }
    const found = rhythmStandings(vault.store, TODAY).map(({ id }) => id);
    expect(found.sort()).toEqual(wanted.sort());
  });
});

describe('the silence alarm', () => {
  it('comes sooner once attempts were in vain, and ends with a contact', async () => {
    const id = await met('Samira', 40, { riskLevel: 'medium' });
    const before = await rowOf(id);
    for (const days of [9, 6, 3]) {
      await vault.ask.rhythm.noteAttempt({ contactId: id, on: daysAgo(days), text: 'No answer' });
    }
    const tried = await rowOf(id);
    await meet([id], 1);
    const after = await rowOf(id);
    expect([before, tried, after].map((row) => [row.silence, row.attempts])).toEqual([
      ['none', 0],
      ['quiet', 3],
      ['none', 0],
    ]);
  });

  it('is not put off by a plan: what is planned is no contact', async () => {
    const id = await met('Samira', 400, { riskLevel: 'high' });
    await vault.ask.rhythm.plan({ contactId: id, on: '2026-12-01', text: 'Call' });
    const { state, silence } = await rowOf(id);
    expect([state, silence]).toEqual(['planned', 'alarming']);
  });

  it('refuses an attempt ahead of today', async () => {
    const id = await met('Samira', 1);
    const arg = { contactId: id, on: '2026-11-25', text: 'No answer' };
    expect(failureIn(await vault.ask.rhythm.noteAttempt(arg))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['on'], code: 'in-future' }],
    });
  });
});

describe('a planned contact', () => {
  const plan = async (contactId: string, on: string | null) =>
    vault.ask.rhythm.plan({ contactId, on, text: 'See her at the reading room' });

  it('is one task, moved by planning again and dropped with null', async () => {
    const id = await met('Samira', 20, { riskLevel: 'high' });
    await plan(id, '2026-12-01');
    await plan(id, '2026-12-05');
    const moved = await rowOf(id);
    await plan(id, null);
    const dropped = await rowOf(id);
    expect([moved.state, moved.nextOn, dropped.state, dropped.plannedOn]).toEqual([
      'planned',
      '2026-12-05',
      'overdue',
      null,
    ]);
  });

  it('is settled by a contact on its day or later, and stands through one before', async () => {
    const id = await met('Samira', 20, { riskLevel: 'low' });
    await plan(id, '2026-12-01');
    const on = async (date: string): Promise<string | null> => {
      vault.setToday(date);
      await vault.ask.meetings.save(
        meetingArg('Met', [id], { fields: { startedAt: `${date}T09:00` } }),
      );
      return (await rowOf(id)).plannedOn;
    };
    expect([await on('2026-11-28'), await on('2026-12-02')]).toEqual(['2026-12-01', null]);
  });

  it('can be reworded as the task that it is', async () => {
    const id = await met('Samira', 20, { riskLevel: 'low' });
    await plan(id, '2026-12-01');
    const [task] = valueOf(await vault.ask.tasks.list({ contactId: id }));
    if (task?.id === undefined || task.id === null) throw new Error('a plan is a task');
    const fields = { text: 'Call after nine', dueOn: '2026-12-03', assignedTo: null };
    const arg = { id: task.id, fields: { ...fields, actionId: null, contactId: id } };
    valueOf(await vault.ask.tasks.save(arg));
    expect((await rowOf(id)).plannedOn).toBe('2026-12-03');
  });

  it('is not settled by a meeting that is only noted ahead', async () => {
    const id = await met('Samira', 20, { riskLevel: 'low' });
    await plan(id, '2026-12-01');
    await meet([id], -10);
    expect((await rowOf(id)).plannedOn).toBe('2026-12-01');
  });

  it('can be undone, and is refused in the past and for nobody', async () => {
    const id = await met('Samira', 20, { riskLevel: 'high' });
    const { changeSetId } = valueOf(await plan(id, '2026-12-01'));
    await vault.ask.history.undo({ changeSetId: changeSetId ?? '' });
    expect((await rowOf(id)).plannedOn).toBeNull();
    expect(failureIn(await plan(id, '2026-11-23'))).toEqual({
      kind: 'invalid-argument',
      issues: [{ path: ['on'], code: 'in-past' }],
    });
    expect(failureIn(await plan('01890000-0000-7000-8000-000000000001', null)).kind).toBe(
      'not-found',
    );
  });
});

describe("a contact's own rhythm", () => {
  it('goes before that of the level of risk, and null goes back to it', async () => {
    const id = await met('Samira', 20, { riskLevel: 'high' });
    await vault.ask.rhythm.setRhythm({ contactId: id, everyDays: 60 });
    const own = await rowOf(id);
    await vault.ask.rhythm.setRhythm({ contactId: id, everyDays: null });
    const again = await rowOf(id);
    expect([own, again].map(({ rhythm, state }) => [rhythm, state])).toEqual([
      [{ everyDays: 60, setBy: 'officer' }, 'on-track'],
      [{ everyDays: 14, setBy: 'risk-level' }, 'overdue'],
    ]);
  });

  it('is the same in the list of contacts', async () => {
    await met('Samira', 20, { riskLevel: 'high' });
    const { rows } = valueOf(await vault.ask.contacts.list({}));
    expect(rows[0]?.nextContactDueOn).toBe(daysAgo(6));
  });
});

describe('the ledger of promises', () => {
  const TEXTS = ['Open, late', 'Open', 'Undated', 'Kept, told', 'Kept', 'Broken', 'Released'];

  async function promised(): Promise<string> {
    const id = await met('Samira', null);
    const settled = { settledOn: daysAgo(5) };
    const change = [
      { dueOn: daysAgo(3) },
      { dueOn: '2026-12-01' },
      {},
      { state: 'kept' as const, ...settled, toldThemOn: TODAY },
      { state: 'kept' as const, ...settled },
      { state: 'broken' as const, settledOn: daysAgo(9) },
      { state: 'released' as const, ...settled },
    ];
    await vault.ask.meetings.save(
      meetingArg('M', [id], {
        fields: { startedAt: `${daysAgo(40)}T10:00` },
        promises: change.map((one, index) => promiseInput(id, TEXTS[index] ?? '', one)),
      }),
    );
    return id;
  }
  type Ledger = Parameters<Vault['ask']['rhythm']['ledger']>[0];
  const shown = async (arg: Ledger): Promise<string[]> =>
    valueOf(await vault.ask.rhythm.ledger(arg)).rows.map((row) => row.text);

  it('shows what is owed first: open by day, then settled without telling them', async () => {
    await promised();
    expect(await shown({})).toEqual(['Open, late', 'Open', 'Undated', 'Kept', 'Broken']);
    expect(await shown({ show: 'overdue' })).toEqual(['Open, late']);
    expect(await shown({ show: 'untold' })).toEqual(['Kept', 'Broken']);
    expect((await shown({ show: 'all' })).sort()).toEqual([...TEXTS].sort());
  });

  it('counts each, and narrows to a contact and to those made since a day', async () => {
    const id = await promised();
    const other = await met('Other', null);
    const counts = async (arg: Ledger) => valueOf(await vault.ask.rhythm.ledger(arg)).counts;
    const all = {
      ...{ owed: 5, open: 3, overdue: 1, untold: 2 },
      ...{ kept: 2, broken: 1, released: 1, all: 7 },
    };
    const none = Object.fromEntries(Object.keys(all).map((key) => [key, 0]));
    expect([
      await counts({}),
      await counts({ contactId: id, madeSince: daysAgo(40), limit: 1 }),
      await counts({ contactId: other }),
      await counts({ madeSince: daysAgo(39) }),
    ]).toEqual([all, all, none, none]);
  });
});

describe('coverage of remote regions (the paper: "including where possible with Human Rights Defenders living in more remote regions")', () => {
  it('counts those contacted in the last months, by place', async () => {
    await met('Near', 10, { locality: 'Port' });
    await met('Far', 100, { locality: 'Upland', remote: true });
    await met('Far too', 10, { locality: 'Upland', remote: true });
    await met('Ministry', 1, { organisationType: 'authority', kind: 'organisation' });
    expect(valueOf(await vault.ask.rhythm.coverage({ months: 3 }))).toEqual({
      since: '2026-08-24',
      remote: { contacts: 2, contacted: 1 },
      notRemote: { contacts: 1, contacted: 1 },
      places: [
        { locality: 'Upland', remote: true, contacts: 2, contacted: 1 },
        { locality: 'Port', remote: false, contacts: 1, contacted: 1 },
      ],
    });
  });
});

describe('the time zone of a contact', () => {
  it('is that of the last meeting in one place: on the phone the clock may be ours', async () => {
    const zone = async (id: string) => valueOf(await vault.ask.contacts.page({ id })).timeZone;
    const id = await met('Samira', null);
    const unmet = await zone(id);
    await meet([id], 30, { timeZone: 'Africa/Nairobi', channel: 'visit-at-workplace' });
    await meet([id], 2, { timeZone: 'Europe/London', channel: 'secure-call' });
    await meet([id], -5, { timeZone: 'Asia/Tokyo' });
    expect([unmet, await zone(id)]).toEqual([null, 'Africa/Nairobi']);
  });
});

describe('what they were told of our work (the paper: "regularly updated on the work of the UK missions")', () => {
  it('puts first who was never told, then who was told longest ago', async () => {
    const never = await met('Never told', null, { riskLevel: 'medium' });
    await meet([never], 3, { told: '' });
    const long = await met('Long ago', null, { riskLevel: 'medium' });
    await meet([long], 200, { told: 'We raised it.' });
    await meet([long], 2, { told: '' });
    const lately = await met('Lately', null, { riskLevel: 'medium' });
    await meet([lately], 5, { told: 'The case was raised again.' });
    await addContact(vault, 'Never met', { riskLevel: 'medium' });
    const { rows, total, notToldForLong } = valueOf(await vault.ask.rhythm.told());
    expect([
      rows.map((row) => [row.label, row.lastToldOn, row.told]),
      total,
      notToldForLong,
    ]).toEqual([
      [
        ['Never told', null, ''],
        ['Long ago', daysAgo(200), 'We raised it.'],
        ['Lately', daysAgo(5), 'The case was raised again.'],
      ],
      3,
      2,
    ]);
  });

  it('gives everything one of them was told, the newest first, a corrected log once', async () => {
    const id = await met('Samira', null);
    await meet([id], 60, { told: 'First.' });
    const wrong = await meet([id], 30, { told: 'Wrong.' });
    await meet([id], 30, { told: 'Right.', correctsId: wrong });
    await meet([id], 1, { told: '' });
    const told = valueOf(await vault.ask.rhythm.toldTo({ contactId: id }));
    expect(told.map((one) => [one.on, one.told])).toEqual([
      [daysAgo(30), 'Right.'],
      [daysAgo(60), 'First.'],
    ]);
  });
});
