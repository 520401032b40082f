import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addContact,
  failureIn,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let samira: string;
beforeEach(async () => {
  vault = await makeVault();
  samira = await addContact(vault, 'Samira');
});
afterEach(() => {
  vault.dispose();
});

const save = async (arg: Parameters<Vault['ask']['meetings']['save']>[0]): Promise<string> =>
  valueOf(await vault.ask.meetings.save(arg)).id;
const get = async (id: string) => valueOf(await vault.ask.meetings.get({ id }));
const STRANGER = '01890000-0000-7000-8000-000000000001';

describe('a draft log', () => {
  it('is saved with its promises and follow-ups as one change set', async () => {
    const id = await save(
      meetingArg('First meeting', [samira], {
        promises: [promiseInput(samira, 'Ask the ministry', { dueOn: '2026-12-01' })],
        followUps: [followUpInput('Write to the desk', { assignedTo: 'Officer One' })],
      }),
    );
    const found = await get(id);
    const [set] = valueOf(await vault.ask.history.recent({ limit: 1 }));
    const types = new Set(set?.changes.map((change) => change.record.type));
    expect([
      found.row,
      found.promises.map((promise) => [promise.text, promise.contactLabel, promise.meetingTitle]),
      found.followUps.map((followUp) => [followUp.text, followUp.contactLabel]),
      [...types].sort(),
    ]).toEqual([
      {
        id,
        state: 'draft',
        startedAt: '2026-11-20T10:00',
        timeZone: 'Africa/Khartoum',
        channel: 'in-person',
        title: 'First meeting',
        place: null,
        excerpt: 'The trial was put off again.',
        contacts: [{ id: samira, label: 'Samira' }],
        sensitivity: 'normal',
        promises: 1,
        openPromises: 1,
        correctsId: null,
        correctedById: null,
      },
      [['Ask the ministry', 'Samira', 'First meeting']],
      [['Write to the desk', null]],
      ['follow-up', 'meeting-log', 'promise'],
    ]);
  });

  it('keeps known promises under their id, adds new ones and drops those left out', async () => {
    const arg = meetingArg('M', [samira], {
      promises: [promiseInput(samira, 'One'), promiseInput(samira, 'Two')],
    });
    const id = await save(arg);
    const [one, two] = (await get(id)).promises;
    if (one === undefined || two === undefined) throw new Error('two promises were saved');
    const promises = [
      promiseInput(samira, 'One, reworded', { id: one.id }),
      promiseInput(samira, 'Three'),
    ];
    await save({ ...arg, id, promises });
    const after = (await get(id)).promises;
    expect([after.map((promise) => promise.text), after[0]?.id, after[1]?.id === two.id]).toEqual([
      ['One, reworded', 'Three'],
      one.id,
      false,
    ]);
  });

  it('does not take a promise of another log for its own, nor one promise twice', async () => {
    const other = await save(
      meetingArg('Other', [samira], { promises: [promiseInput(samira, 'Theirs')] }),
    );
    const [theirs] = (await get(other)).promises;
    const mine = promiseInput(samira, 'Mine', { id: theirs?.id ?? '' });
    const id = await save(meetingArg('M', [samira]));
    const outcomes = [
      await vault.ask.meetings.save(meetingArg('M', [samira], { id, promises: [mine] })),
      await vault.ask.meetings.save(
        meetingArg('Other', [samira], { id: other, promises: [mine, mine] }),
      ),
    ];
    const unknown = { kind: 'not-found', record: { type: 'promise', id: theirs?.id } };
    expect(outcomes.map((one) => failureIn<unknown>(one))).toEqual([unknown, unknown]);
  });

  it('names only contacts there are, or were when they were named', async () => {
    const refused = [
      await vault.ask.meetings.save(meetingArg('M', [STRANGER])),
      await vault.ask.meetings.save(
        meetingArg('M', [samira], { promises: [promiseInput(STRANGER, 'To whom?')] }),
      ),
    ];
    const id = await save(meetingArg('M', [samira]));
    await vault.ask.contacts.remove({ id: samira });
    await save(meetingArg('M, reworded', [samira], { id }));
    expect([refused.map((one) => failureIn<unknown>(one)), (await get(id)).row.contacts]).toEqual([
      [1, 2].map(() => ({ kind: 'not-found', record: { type: 'contact', id: STRANGER } })),
      [{ id: samira, label: 'Samira' }],
    ]);
  });

  it('is removed with what belongs to it, and comes back whole', async () => {
    const id = await save(
      meetingArg('M', [samira], {
        promises: [promiseInput(samira, 'P')],
        followUps: [followUpInput('F')],
      }),
    );
    const before = await get(id);
    const { changeSetId } = valueOf(await vault.ask.meetings.removeDraft({ id }));
    const gone = [
      failureIn(await vault.ask.meetings.get({ id })).kind,
      valueOf(await vault.ask.meetings.promises({})),
      valueOf(await vault.ask.meetings.followUps({})),
    ];
    await vault.ask.history.undo({ changeSetId: changeSetId ?? '' });
    expect([gone, await get(id)]).toEqual([['not-found', [], []], before]);
  });
});

describe('a sealed log', () => {
  it('is sealed by saving or later, and then refuses every change', async () => {
    const arg = meetingArg('M', [samira]);
    const id = await save({ ...arg, seal: true });
    const later = await save(arg);
    vault.setToday('2026-11-25');
    valueOf(await vault.ask.meetings.seal({ id: later }));
    const outcomes = [
      await vault.ask.meetings.save({ ...arg, id }),
      await vault.ask.meetings.seal({ id }),
      await vault.ask.meetings.removeDraft({ id: later }),
    ];
    const { meeting } = await get(later);
    expect([outcomes.map((one) => failureIn(one).kind), meeting.state, meeting.sealedAt]).toEqual([
      ['sealed', 'sealed', 'sealed'],
      'sealed',
      '2026-11-25T12:00:00.000Z',
    ]);
  });

  it('is corrected by a linked new log, which only a sealed one can have', async () => {
    const sealed = await save(meetingArg('As it was written', [samira], { seal: true }));
    const draft = await save(meetingArg('Draft', [samira]));
    const correcting = (correctsId: string) =>
      vault.ask.meetings.save(meetingArg('As it was', [samira], { fields: { correctsId } }));
    const correction = valueOf(await correcting(sealed)).id;
    const refused = [failureIn(await correcting(draft)), failureIn(await correcting(STRANGER))];
    const [corrected, correcter] = [await get(sealed), await get(correction)];
    expect([corrected.row.correctedById, correcter.row.correctsId, refused]).toEqual([
      correction,
      sealed,
      [
        {
          kind: 'invalid-argument',
          issues: [{ path: ['fields', 'correctsId'], code: 'not-sealed' }],
        },
        { kind: 'not-found', record: { type: 'meeting-log', id: STRANGER } },
      ],
    ]);
  });

  it('lets its promises and follow-ups be settled', async () => {
    const id = await save(
      meetingArg('M', [samira], {
        seal: true,
        promises: [promiseInput(samira, 'P')],
        followUps: [followUpInput('F')],
      }),
    );
    const found = await get(id);
    const [promise, followUp] = [found.promises[0]?.id ?? '', found.followUps[0]?.id ?? ''];
    const settledOn = '2026-11-24';
    const kept = { id: promise, state: 'kept' as const, settledOn, toldThemOn: settledOn };
    valueOf(await vault.ask.meetings.settlePromise(kept));
    valueOf(await vault.ask.meetings.settleFollowUp({ id: followUp, state: 'done', settledOn }));
    const open = [
      valueOf(await vault.ask.meetings.promises({ states: ['open'] })),
      valueOf(await vault.ask.meetings.followUps({ states: ['open'] })),
    ];
    const [row] = valueOf(await vault.ask.meetings.promises({ contactId: samira }));
    expect([open, row?.state, row?.toldThemOn, (await get(id)).row.openPromises]).toEqual([
      [[], []],
      'kept',
      settledOn,
      0,
    ]);
  });
});

describe('the timeline', () => {
  it('gives pages, newest first, of a contact, a span of days and a state', async () => {
    const tariq = await addContact(vault, 'Tariq');
    const on = (title: string, day: string, who: string, seal = false) =>
      save(meetingArg(title, [who], { seal, fields: { startedAt: `2026-11-${day}T23:30` } }));
    await on('a', '01', samira, true);
    await on('b', '02', tariq);
    await on('c', '03', samira);
    await on('d', '04', samira);
    const list = async (arg: NonNullable<Parameters<Vault['ask']['meetings']['list']>[0]>) => {
      const { rows, total } = valueOf(await vault.ask.meetings.list(arg));
      return [rows.map((row) => row.title).join(''), total];
    };
    expect({
      all: await list({}),
      page: await list({ limit: 2, offset: 1 }),
      contact: await list({ contactId: samira }),
      span: await list({ from: '2026-11-02', to: '2026-11-03' }),
      sealed: await list({ states: ['sealed'] }),
    }).toEqual({
      all: ['dcba', 4],
      page: ['cb', 4],
      contact: ['dca', 3],
      span: ['cb', 2],
      sealed: ['a', 1],
    });
  });

  it('carries the first 280 characters of what was said, none of them cut in two', async () => {
    await save(meetingArg('M', [samira], { fields: { said: '🕊'.repeat(300) } }));
    const [row] = valueOf(await vault.ask.meetings.list({})).rows;
    expect(row?.excerpt).toBe('🕊'.repeat(280));
  });

  it('gives promises and follow-ups the soonest due first, those without a date last', async () => {
    await save(
      meetingArg('M', [samira], {
        promises: [
          promiseInput(samira, 'Some day'),
          promiseInput(samira, 'Later', { dueOn: '2027-01-01' }),
          promiseInput(samira, 'Soon', { dueOn: '2026-12-01' }),
        ],
      }),
    );
    const promises = valueOf(await vault.ask.meetings.promises({}));
    expect(promises.map((promise) => promise.text)).toEqual(['Soon', 'Later', 'Some day']);
  });
});
