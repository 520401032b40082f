import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarKind } from '../../../../src/shared/contract/calendar.ts';
import { listAccess } from '../../../../src/vault/db/access-log.ts';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import {
  actionReviewFields,
  planFields,
  riskAssessmentFields,
  taskFields,
} from '../../../support/situation.ts';
import { addCustody, addHearing, addVisit } from './custody-records.ts';
import {
  addAction,
  addContact,
  consentArg,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from './records.ts';
import { makeVault, type Vault } from './vault-fixture.ts';

let vault: Vault;
let defender: string;
beforeEach(async () => {
  vault = await makeVault();
  defender = await addContact(vault, 'Samira', { codeName: 'Kestrel' });
});
afterEach(() => {
  vault.dispose();
});

const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const entries = async (span: { from: string; to: string; kinds?: CalendarKind[] } = WEEK) =>
  valueOf(await vault.ask.calendar.between(span)).map(
    ({ kind, on, time, title, isOver, isOff }) =>
      [kind, on, time, title, isOff ? 'off' : isOver ? 'over' : 'open'] as const,
  );

/** Writes records of types that have calls elsewhere. */
function put(use: Parameters<typeof writeChangeSet>[2]): void {
  const { author, device } = vault.context;
  writeChangeSet(vault.store, { author, device, reason: 'create' }, use);
}

describe('a calendar', () => {
  it('has what is in court and in detention, in order of day and time', async () => {
    const released = await addContact(vault, 'Idris');
    const custodyId = await addCustody(vault, defender);
    await addCustody(vault, released, { state: 'released', releasedOn: '2026-11-24' });
    await addHearing(vault, defender, { startsAt: '2026-11-26T14:00', title: 'Bail' });
    await addHearing(vault, defender, {
      startsAt: '2026-11-26T09:30',
      title: 'Put off',
      status: 'adjourned',
    });
    await addHearing(vault, defender, { startsAt: '2026-11-30T09:30', title: 'Next week' });
    await addVisit(vault, custodyId, { status: 'granted', visitOn: '2026-11-26' });
    await addVisit(vault, custodyId, {
      status: 'refused',
      refusalReason: 'No reason given',
      visitOn: '2026-11-27',
    });
    expect(await entries()).toEqual([
      ['release', '2026-11-24', null, null, 'over'],
      ['detention-visit', '2026-11-26', null, null, 'open'],
      ['hearing', '2026-11-26', '09:30', 'Put off', 'off'],
      ['hearing', '2026-11-26', '14:00', 'Bail', 'open'],
      ['detention-visit', '2026-11-27', null, null, 'off'],
    ]);
  });

  it('has the consents that lapse or are to be reviewed, unless a later decision counts', async () => {
    const agree = async (purpose: 'meet' | 'attend-trial', change: object): Promise<void> => {
      valueOf(await vault.ask.consents.record(consentArg(defender, [purpose], ['any'], change)));
    };
    await agree('attend-trial', { expiresOn: '2026-11-25', reviewOn: '2026-11-24' });
    await agree('meet', { decidedOn: '2026-11-01', expiresOn: '2026-11-26' });
    await agree('meet', { decision: 'withdrawn' });
    const found = valueOf(await vault.ask.calendar.between(WEEK));
    expect(found.map(({ kind, on, purpose, record }) => [kind, on, purpose, record.id])).toEqual([
      ['consent-review', '2026-11-24', 'attend-trial', defender],
      ['consent-expiry', '2026-11-25', 'attend-trial', defender],
    ]);
  });

  it('has actions when they are due, and their reviews one, three and six months after', async () => {
    await addAction(vault, 'Raise it', [defender], { dueOn: '2026-11-25' });
    const at = async (doneOn: string, title: string): Promise<string> => {
      const id = await addAction(vault, title, []);
      vault.setToday(doneOn);
      valueOf(await vault.ask.actions.move({ id, status: 'done' }));
      vault.setToday('2026-11-24');
      return id;
    };
    const month = await at('2026-10-27', 'Last month');
    await at('2026-05-29', 'In spring');
    await at('2026-08-30', 'In summer');
    put((writer) => writer.create('action-review', actionReviewFields(month, { months: 1 })));
    expect(await entries()).toEqual([
      ['action-due', '2026-11-25', null, 'Raise it', 'open'],
      ['action-review', '2026-11-27', null, 'Last month', 'over'],
      ['action-review', '2026-11-29', null, 'In spring', 'open'],
    ]);
  });

  it('has meetings, and the day by which a contact is to be met again', async () => {
    const often = await addContact(vault, 'Hawa', { contactEveryDays: 30 });
    const meeting = { fields: { startedAt: '2026-10-28T18:00' } };
    valueOf(await vault.ask.meetings.save(meetingArg('Tea', [often], meeting)));
    valueOf(
      await vault.ask.meetings.save(
        meetingArg('Lunch', [defender], { seal: true, fields: { startedAt: '2026-11-23T12:30' } }),
      ),
    );
    expect(await entries()).toEqual([
      ['meeting', '2026-11-23', '12:30', 'Lunch', 'over'],
      ['next-contact', '2026-11-27', null, null, 'open'],
    ]);
  });

  it('has promises, follow-ups, tasks, and reviews of risk and of plans', async () => {
    valueOf(
      await vault.ask.meetings.save(
        meetingArg('Before', [defender], {
          promises: [promiseInput(defender, 'Send the book', { dueOn: '2026-11-23' })],
          followUps: [followUpInput('Ask the desk', { dueOn: '2026-11-24' })],
          fields: { startedAt: '2026-11-02T10:00' },
        }),
      ),
    );
    put((writer) => {
      writer.create('task', taskFields({ dueOn: '2026-11-25', state: 'dropped' }));
      writer.create('plan', planFields([defender], { reviewOn: '2026-11-26', state: 'closed' }));
      writer.create('risk-assessment', riskAssessmentFields(defender, { reviewOn: '2026-11-27' }));
      writer.create(
        'risk-assessment',
        riskAssessmentFields(defender, { assessedOn: '2026-10-01', reviewOn: '2026-11-28' }),
      );
    });
    expect(await entries()).toEqual([
      ['promise', '2026-11-23', null, 'Send the book', 'open'],
      ['follow-up', '2026-11-24', null, 'Ask the desk', 'open'],
      ['task', '2026-11-25', null, 'Call the lawyer', 'off'],
      ['plan-review', '2026-11-26', null, 'Bring her home', 'over'],
      ['risk-review', '2026-11-27', null, null, 'open'],
    ]);
  });

  it('is narrowed to kinds', async () => {
    await addHearing(vault, defender, { title: 'Bail' });
    await addAction(vault, 'Raise it', [defender], { dueOn: '2026-11-25' });
    const found = await entries({ ...WEEK, kinds: ['action-due'] });
    expect(found.map(([kind]) => kind)).toEqual(['action-due']);
  });
});

/*
 * Paper leaves the vault, as a bundle does, and is asked the same: "contact with foreign diplomats
 * can itself create risk", and a sheet on a desk says who is in contact.
 */
describe('a calendar on paper', () => {
  const print = async () =>
    valueOf(
      await vault.ask.calendar.print({ ...WEEK, kinds: ['hearing', 'action-due', 'meeting'] }),
    );
  const seen = async () =>
    (await print()).entries.map(({ title, contacts }) => [
      title,
      contacts.map(({ label }) => label),
    ]);
  const agree = async (decision: 'given' | 'withdrawn', change: object = {}): Promise<void> => {
    const arg = consentArg(defender, ['share-inside-mission'], ['own-mission'], {
      decision,
      ...change,
    });
    valueOf(await vault.ask.consents.record(arg));
  };

  it('names those whose record may travel inside the mission, others by code name alone', async () => {
    await addHearing(vault, defender, { title: 'Trial of Samira' });
    const before = await seen();
    await agree('given');
    const agreed = await seen();
    await agree('withdrawn');
    expect([before, agreed, await seen()]).toEqual([
      [[null, ['Kestrel']]],
      [['Trial of Samira', ['Samira']]],
      [[null, ['Kestrel']]],
    ]);
  });

  it('names nobody without a code name, nor for the part that they asked us to withhold', async () => {
    const other = await addContact(vault, 'Idris');
    await agree('given', { withheld: ['custody'] });
    await addHearing(vault, defender, { title: 'Trial of Samira' });
    await addAction(vault, 'For both', [defender, other], { dueOn: '2026-11-27' });
    await addAction(vault, 'For Samira', [defender], { dueOn: '2026-11-28' });
    const sheet = await print();
    expect([
      sheet.unnamed,
      sheet.entries.map(({ title, contacts }) => [title, contacts.map(({ label }) => label)]),
    ]).toEqual([
      2,
      [
        [null, ['Kestrel']],
        [null, ['Samira', '']],
        ['For Samira', ['Samira']],
      ],
    ]);
  });

  it('has nothing of a meeting that is closely held but that there is one', async () => {
    await agree('given');
    const fields = { startedAt: '2026-11-24T08:00', sensitivity: 'closely-held' as const };
    valueOf(await vault.ask.meetings.save(meetingArg('At the safe house', [defender], { fields })));
    expect(await seen()).toEqual([[null, ['Kestrel']]]);
  });

  it('is an entry of the access log with everybody whom it is about; a look is none', async () => {
    const other = await addContact(vault, 'Idris');
    await addHearing(vault, defender);
    await addAction(vault, 'For the other', [other], { dueOn: '2026-11-27' });
    await entries();
    const before = listAccess(vault.store, { before: null, limit: 10 });
    await print();
    const [entry] = listAccess(vault.store, { before: null, limit: 10 });
    expect([
      before.filter(({ kind }) => kind === 'print'),
      entry?.kind,
      entry?.detail,
      [...(entry?.contactIds ?? [])].sort(),
    ]).toEqual([[], 'print', { what: 'calendar', ...WEEK }, [defender, other].sort()]);
  });
});
