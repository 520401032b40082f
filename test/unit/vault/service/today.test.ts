import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import type { RecordWriter } from '../../../../src/vault/db/change-log.ts';
import {
  hearingFields,
  planFields,
  riskAssessmentFields,
  taskFields,
} from '../../../support/situation.ts';
import {
  addAction,
  addContact,
  consentArg,
  followUpInput,
  meetingArg,
  OVERRIDE,
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

const overview = async (arg: Parameters<Vault['ask']['today']['overview']>[0] = {}) =>
  valueOf(await vault.ask.today.overview(arg));

const put = (use: (writer: RecordWriter) => void): void => {
  const { author } = vault.context;
  writeChangeSet(vault.store, { author, device: 'test', reason: 'create' }, use);
};

describe('Today', () => {
  it('of an empty vault is empty in every section', async () => {
    const nothing = { total: 0, rows: [] };
    expect(await overview()).toEqual({
      contacts: 0,
      silent: nothing,
      overdue: nothing,
      hearings: nothing,
      due: nothing,
      promises: nothing,
      consents: nothing,
      withoutConsent: nothing,
      drafts: [],
    });
  });

  it('names a contact once: gone quiet, or else overdue', async () => {
    const quiet = await addContact(vault, 'Quiet', { contactEveryDays: 1, riskLevel: 'extreme' });
    const late = await addContact(vault, 'Late', { contactEveryDays: 3, riskLevel: 'low' });
    await addContact(vault, 'Never met', { riskLevel: 'low' });
    const fields = { startedAt: '2026-11-20T10:00' };
    await vault.ask.meetings.save(meetingArg('Both', [quiet, late], { fields }));
    const { silent, overdue, contacts } = await overview();
    expect([
      silent.rows.map((row) => row.label),
      overdue.rows.map((row) => row.label),
      contacts,
    ]).toEqual([['Quiet'], ['Late', 'Never met'], 3]);
  });

  it('puts what is due within a week in the order of its days, of every kind, and what has no day last', async () => {
    const samira = await addContact(vault, 'Samira');
    await addAction(vault, 'Approach the ministry', [samira], { dueOn: '2026-11-25' });
    await addAction(vault, 'Later', [samira], { dueOn: '2026-12-02' });
    await vault.ask.meetings.save(
      meetingArg('M', [samira], {
        followUps: [
          followUpInput('Undated'),
          followUpInput('Write to the desk', { dueOn: '2026-11-20', contactId: samira }),
        ],
      }),
    );
    put((writer) => {
      writer.create('task', taskFields({ text: 'Call the lawyer', dueOn: TODAY }));
      writer.create('task', taskFields({ text: 'Done', dueOn: TODAY, state: 'done' }));
      writer.create('plan', planFields([samira], { title: 'Release', reviewOn: '2026-11-26' }));
      writer.create(
        'plan',
        planFields([samira], { title: 'Closed', reviewOn: '2026-11-26', state: 'closed' }),
      );
      writer.create('risk-assessment', riskAssessmentFields(samira, { reviewOn: '2026-10-10' }));
      writer.create(
        'risk-assessment',
        riskAssessmentFields(samira, { assessedOn: '2026-10-20', reviewOn: '2026-11-27' }),
      );
    });
    const old = await addAction(vault, 'Statement of September', [], { doneOn: '2026-09-10' });
    valueOf(await vault.ask.actions.move({ id: old, status: 'done' }));
    const { due } = await overview({ limit: 100 });
    const rowsOf = (isStep: boolean) =>
      due.rows
        .filter((row) => (row.step !== null) === isStep)
        .map((row) => [
          row.kind,
          row.step ?? row.text,
          row.contacts.map(({ label }) => label),
          row.dueOn,
        ]);
    expect(rowsOf(false)).toEqual([
      ['action-review', 'Statement of September', [], '2026-10-10'],
      ['follow-up', 'Write to the desk', ['Samira'], '2026-11-20'],
      ['task', 'Call the lawyer', [], TODAY],
      ['action', 'Approach the ministry', ['Samira'], '2026-11-25'],
      ['plan-review', 'Release', ['Samira'], '2026-11-26'],
      ['risk-review', null, ['Samira'], '2026-11-27'],
      ['follow-up', 'Undated', [], null],
    ]);
    expect(rowsOf(true)).toContainEqual(['task', 'consult', ['Samira'], '2026-11-11']);
    expect((await overview({ limit: 2 })).due).toEqual({
      total: due.rows.length,
      rows: due.rows.slice(0, 2),
    });
  });

  it('names the hearings of the next seven days that are still to take place', async () => {
    const samira = await addContact(vault, 'Samira');
    put((writer) => {
      for (const [title, startsAt, status] of [
        ['Past', '2026-11-23T09:00', 'scheduled'],
        ['This week', '2026-12-01T23:59', 'scheduled'],
        ['Today', '2026-11-24T00:00', 'scheduled'],
        ['Put off', '2026-11-25T09:00', 'adjourned'],
        ['Next week', '2026-12-02T00:00', 'scheduled'],
      ] as const) {
        writer.create('hearing', hearingFields(samira, { title, startsAt, status }));
      }
    });
    const { hearings } = await overview();
    expect(hearings.rows.map((row) => [row.title, row.contactLabel])).toEqual([
      ['Today', 'Samira'],
      ['This week', 'Samira'],
    ]);
  });

  it('owes an open promise, and one settled of which they were not told', async () => {
    const samira = await addContact(vault, 'Samira');
    const settled = { settledOn: '2026-11-10' };
    await vault.ask.meetings.save(
      meetingArg('M', [samira], {
        promises: [
          promiseInput(samira, 'Kept, told', { state: 'kept', ...settled, toldThemOn: TODAY }),
          promiseInput(samira, 'Kept, not told', { state: 'kept', ...settled }),
          promiseInput(samira, 'Released', { state: 'released', ...settled }),
          promiseInput(samira, 'Open, undated'),
          promiseInput(samira, 'Open', { dueOn: '2026-12-01' }),
        ],
      }),
    );
    const { promises } = await overview();
    expect([promises.total, promises.rows.map((row) => row.text)]).toEqual([
      3,
      ['Open', 'Open, undated', 'Kept, not told'],
    ]);
  });

  it('names consents that lapse within thirty days, and actions that go on without consent', async () => {
    const samira = await addContact(vault, 'Samira', {
      peacefulMeans: { status: 'met', assessedBy: null, assessedOn: TODAY, ground: 'known' },
    });
    await vault.ask.consents.record(
      consentArg(samira, ['private-approach'], ['authorities'], { expiresOn: '2026-12-20' }),
    );
    const covered = await addAction(vault, 'Covered', [samira]);
    const overridden = await addAction(vault, 'Overridden', [samira], { audience: 'public' });
    valueOf(await vault.ask.actions.move({ id: covered, status: 'in-progress' }));
    valueOf(
      await vault.ask.actions.move({ id: overridden, status: 'in-progress', override: OVERRIDE }),
    );
    const withdrawn = await addAction(vault, 'Withdrawn', [samira], { audience: 'ngo' });
    await vault.ask.consents.record(consentArg(samira, ['private-approach'], ['ngo']));
    valueOf(await vault.ask.actions.move({ id: withdrawn, status: 'in-progress' }));
    await vault.ask.consents.record(
      consentArg(samira, ['private-approach'], ['ngo'], { decision: 'withdrawn' }),
    );
    const { consents, withoutConsent } = await overview();
    expect([
      consents.rows.map((row) => [row.contactLabel, row.on, row.why]),
      withoutConsent.rows.map(({ title, restsOn, contacts }) => [title, restsOn, contacts]),
    ]).toEqual([
      [['Samira', '2026-12-20', 'expires']],
      [
        ['Withdrawn', 'nothing', ['Samira']],
        ['Overridden', 'override', ['Samira']],
      ],
    ]);
  });

  it('lists the drafts that were left, the newest first', async () => {
    await vault.ask.drafts.put({ form: 'contact', key: 'new', body: { a: 1 } });
    const { drafts } = await overview();
    expect(drafts.map(({ form, key }) => [form, key])).toEqual([['contact', 'new']]);
  });
});
