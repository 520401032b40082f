import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContactBrief } from '../../../../src/shared/model/brief.ts';
import type { ContactFields } from '../../../../src/shared/model/contact.ts';
import type { TravelAudience } from '../../../../src/shared/model/travel.ts';
import { listAccess } from '../../../../src/vault/db/access-log.ts';
import { giveCard, receive, send } from '../../../support/handover.ts';
import {
  addAction,
  addContact,
  addLog,
  addTraveller,
  consentArg,
  consentToTravel,
  failureIn,
  followUpInput,
  meetingArg,
  promiseInput,
  valueOf,
} from '../../../support/records.ts';
import { hearingFields, planFields, riskAssessmentFields } from '../../../support/situation.ts';
import { openVaultOf, type VaultHere } from '../../../support/vault-here.ts';

let vault: VaultHere;
beforeEach(async () => {
  vault = await openVaultOf('Sven Sender');
});
afterEach(() => {
  vault.dispose();
});

async function briefOf(
  contactId: string,
  audience: TravelAudience | null = 'other-posts',
  others: readonly string[] = [],
): Promise<ContactBrief> {
  const asked = { contactIds: [contactId, ...others], audience };
  const { contacts } = valueOf(await vault.ask.brief.ofContacts(asked));
  const found = contacts.find((one) => one.contactId === contactId);
  if (found === undefined) throw new Error('no brief of this contact');
  return found;
}

async function tie(
  from: string,
  to: string,
  type: 'introduced-by' | 'lawyer-of' | 'trusted-proxy-of',
  change: { until?: string; note?: string } = {},
): Promise<void> {
  const ends = { fromContactId: from, toContactId: to, type };
  const fields = { ...ends, since: null, until: null, note: '', ...change };
  valueOf(await vault.ask.contacts.saveRelationship({ id: null, fields }));
}

function method(value: string, change: object = {}): ContactFields['methods'][number] {
  return {
    ...{ id: randomUUID(), kind: 'signal', value, safeHours: null, note: null },
    ...{ neverUse: false, preferred: false, ...change },
  };
}

const reading = (contactIds: string[], read = true) => vault.ask.brief.tick({ contactIds, read });

describe('a brief tells of a contact', () => {
  it('how to reach them: the preferred way first, what never to use, the cover phrase, who is close', async () => {
    const id = await addTraveller(vault, 'Almaz', {
      methods: [
        method('plain'),
        method('home line', { kind: 'phone', neverUse: true }),
        method('best', { preferred: true, safeHours: 'after 21:00' }),
      ],
      coverPhrase: 'About the library card',
      notToRaise: 'Her brother',
    });
    const lawyer = await addTraveller(vault, 'Adv. Lemma');
    const former = await addTraveller(vault, 'Adv. Before');
    const friend = await addTraveller(vault, 'Friend who knew her');
    await tie(lawyer, id, 'lawyer-of', { note: 'since the arrest' });
    await tie(former, id, 'lawyer-of', { until: '2026-01-01' });
    await tie(id, friend, 'introduced-by', { note: 'at the book fair' });
    // Whom she introduced is not who introduced her.
    await tie(lawyer, id, 'introduced-by');
    const brief = await briefOf(id, 'other-posts', [lawyer, former, friend]);
    expect(brief.methods.map(({ value, neverUse }) => [value, neverUse])).toEqual([
      ['best', false],
      ['plain', false],
      ['home line', true],
    ]);
    expect(brief).toMatchObject({
      label: 'Almaz',
      coverPhrase: 'About the library card',
      notToRaise: 'Her brother',
      close: [{ label: 'Adv. Lemma', note: 'since the arrest', type: 'lawyer-of' }],
      introducedBy: [{ label: 'Friend who knew her', note: 'at the book fair' }],
    });
  });

  it('the last three meetings, neither drafts nor what is closely held, corrected or still to come', async () => {
    const id = await addTraveller(vault, 'Almaz');
    const log = (title: string, day: string, change: object = {}): Promise<string> =>
      addLog(vault, title, [id], { fields: { startedAt: `2026-${day}T10:00`, ...change } });
    await log('first', '05-01');
    await log('second', '06-01');
    await log('third', '07-01');
    const wrong = await log('wrong', '08-01');
    await log('put right', '08-01', { correctsId: wrong });
    await log('secret', '09-01', { sensitivity: 'closely-held' });
    await log('ahead', '12-24');
    valueOf(await vault.ask.meetings.save(meetingArg('draft', [id])));
    for (const audience of ['other-posts', null] as const) {
      const { meetings } = await briefOf(id, audience);
      expect(meetings.map(({ title }) => title)).toEqual(['put right', 'third', 'second']);
      expect(meetings[0]).toMatchObject({
        said: 'The trial was put off again.',
        told: 'We will be in the room.',
        present: ['Desk officer'],
      });
    }
  });

  it('open promises, live consents and what was refused, risk, and actions not yet done', async () => {
    const id = await addTraveller(vault, 'Almaz');
    await addLog(vault, 'Talk', [id], {
      promises: [
        promiseInput(id, 'undated'),
        promiseInput(id, 'soon', { dueOn: '2026-11-30' }),
        promiseInput(id, 'kept', { state: 'kept', settledOn: '2026-11-21' }),
      ],
    });
    const say = async (purpose: 'meet' | 'use-of-name', change: object): Promise<void> => {
      valueOf(await vault.ask.consents.record(consentArg(id, [purpose], ['any'], change)));
    };
    const withholding = { id: randomUUID(), what: 'Address', fromWhom: 'Company', reason: 'Fear' };
    await say('meet', {
      ...{ conditions: 'Not before the verdict', expiresOn: '2027-01-31' },
      withholdings: [withholding],
    });
    await say('use-of-name', { decision: 'refused' });
    const risk = riskAssessmentFields(id, { reviewOn: '2026-12-01' });
    valueOf(await vault.ask.risks.save({ id: null, fields: risk }));
    await addAction(vault, 'Ask the ministry', [id], { dueOn: '2026-12-05' });
    const dropped = await addAction(vault, 'Dropped', [id]);
    valueOf(await vault.ask.actions.move({ id: dropped, status: 'cancelled' }));
    const brief = await briefOf(id);
    expect(brief.promises).toEqual([
      { text: 'soon', dueOn: '2026-11-30' },
      { text: 'undated', dueOn: null },
    ]);
    expect(brief.consents.map(({ purpose, state, until }) => [purpose, state, until])).toEqual([
      ['hold-record', 'live', null],
      ['meet', 'live', '2027-01-31'],
      ['share-inside-mission', 'live', null],
      ['use-of-name', 'refused', null],
    ]);
    expect(brief.withholdings).toEqual([{ what: 'Address', fromWhom: 'Company', reason: 'Fear' }]);
    expect(brief.risk).toMatchObject({
      level: 'high',
      assessment: { trend: 'rising', safetyPlan: 'Call the lawyer first.' },
    });
    expect(brief.actions.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ['Ask the ministry', '2026-12-05'],
    ]);
  });

  it('what comes next, the soonest first', async () => {
    const id = await addTraveller(vault, 'Almaz', { contactEveryDays: 30 });
    await addLog(vault, 'Talk', [id], {
      followUps: [
        followUpInput('undated'),
        followUpInput('ring', { dueOn: '2026-11-28' }),
        followUpInput('settled', { state: 'done', settledOn: '2026-11-21' }),
      ],
    });
    for (const startsAt of ['2026-11-26T09:30', '2026-10-01T09:30']) {
      valueOf(await vault.ask.hearings.save({ id: null, fields: hearingFields(id, { startsAt }) }));
    }
    valueOf(
      await vault.ask.consents.record(
        consentArg(id, ['meet'], ['any'], { expiresOn: '2027-02-01', reviewOn: '2027-01-01' }),
      ),
    );
    const risk = riskAssessmentFields(id, { reviewOn: '2026-12-01' });
    valueOf(await vault.ask.risks.save({ id: null, fields: risk }));
    const plan = planFields([id], { title: 'Trial', reviewOn: '2026-12-02' });
    valueOf(await vault.ask.plans.save({ id: null, fields: plan }));
    const { dates } = await briefOf(id);
    expect(dates.map(({ kind, on, time, text }) => [kind, on, time, text])).toEqual([
      ['hearing', '2026-11-26', '09:30', 'Bail hearing, High Court, 4'],
      ['follow-up', '2026-11-28', null, 'ring'],
      ['risk-review', '2026-12-01', null, null],
      ['plan-review', '2026-12-02', null, 'Trial'],
      ['next-contact', '2026-12-20', null, null],
      ['consent-review', '2027-01-01', null, null],
      ['consent-expiry', '2027-02-01', null, null],
      ['follow-up', null, null, 'undated'],
    ]);
    // What was arranged stands in for what the rhythm would want.
    valueOf(await vault.ask.rhythm.plan({ contactId: id, on: '2026-11-27', text: 'Call her' }));
    const next = (await briefOf(id)).dates.filter(({ kind }) => kind === 'next-contact');
    expect(next.map(({ on, text }) => [on, text])).toEqual([['2026-11-27', 'Call her']]);
  });
});

describe('a brief keeps back', () => {
  it('whoever may not be told of, with why; to the officer of the vault it is all open', async () => {
    const going = await addTraveller(vault, 'Going');
    const staying = await addContact(vault, 'Staying', { notToRaise: 'mk' });
    const asked = { contactIds: [going, staying] };
    const out = await vault.ask.brief.ofContacts({ ...asked, audience: 'capital' });
    expect(valueOf(out)).toEqual({
      contacts: [],
      stays: [
        { contactId: going, label: 'Going', why: 'never-asked' },
        { contactId: staying, label: 'Staying', why: 'never-asked' },
      ],
    });
    const here = valueOf(await vault.ask.brief.ofContacts({ ...asked, audience: null }));
    expect(here.contacts.map(({ label, notToRaise }) => [label, notToRaise])).toEqual([
      ['Going', ''],
      ['Staying', 'mk'],
    ]);
  });

  it('what names someone who stays: who introduced them, a meeting, an action', async () => {
    const id = await addTraveller(vault, 'Almaz');
    const hidden = await addContact(vault, 'mk-hidden');
    await tie(id, hidden, 'introduced-by', { note: 'mk-note' });
    await tie(hidden, id, 'trusted-proxy-of');
    await addLog(vault, 'mk-meeting', [id, hidden], { promises: [promiseInput(id, 'mk-promise')] });
    await addAction(vault, 'mk-action', [id, hidden]);
    expect(JSON.stringify(await briefOf(id, 'other-posts', [hidden]))).not.toContain('mk-');
    expect(JSON.stringify(await briefOf(id, null, [hidden]))).toContain('mk-hidden');
  });

  it('each part that a contact asked to leave out, and whatever would give it away', async () => {
    const id = await addContact(vault, 'Discreet', {
      methods: [method('mk-method')],
      coverPhrase: 'mk-cover',
      notToRaise: 'mk-topic',
      locality: 'mk-town',
    });
    const other = await addTraveller(vault, 'Other');
    await consentToTravel(vault, id, 'other-posts', {
      withheld: [
        'contact-methods',
        'locality',
        'meeting-notes',
        'relationships',
        'risk',
        'custody',
      ],
    });
    await tie(id, other, 'introduced-by', { note: 'mk-tie' });
    await addLog(vault, 'mk-meeting', [id], { followUps: [followUpInput('mk-todo')] });
    const risk = riskAssessmentFields(id, { level: 'extreme', safetyPlan: 'mk-plan' });
    valueOf(await vault.ask.risks.save({ id: null, fields: risk }));
    const hearing = hearingFields(id, { title: 'mk-hearing' });
    valueOf(await vault.ask.hearings.save({ id: null, fields: hearing }));
    const brief = await briefOf(id, 'other-posts', [other]);
    expect(JSON.stringify(brief)).not.toContain('mk-');
    // The rhythm of contact hangs on the level of risk and on the last meeting.
    expect(brief.dates).toEqual([]);
    expect(brief.risk).toEqual({ level: null, assessment: null });
    expect(brief.leftOut).toContain('risk');
  });

  it('in print: it asks for an audience, is in the access log, and is refused where nothing may go', async () => {
    const going = await addTraveller(vault, 'Going');
    const staying = await addContact(vault, 'Staying');
    const asked = { contactIds: [going, staying], audience: 'other-posts' as const };
    for (const as of ['paper', 'file'] as const) {
      const { contacts } = valueOf(await vault.ask.brief.print({ ...asked, as }));
      expect(contacts.map(({ label }) => label)).toEqual(['Going']);
    }
    const entries = listAccess(vault.store, { before: null, limit: 2 });
    expect(entries.map(({ kind, detail, contactIds }) => [kind, detail, contactIds])).toEqual([
      ['export', { what: 'brief', audience: 'other-posts' }, [going]],
      ['print', { what: 'brief', audience: 'other-posts' }, [going]],
    ]);
    const none = await vault.ask.brief.print({ ...asked, contactIds: [staying], as: 'paper' });
    expect(failureIn(none)).toEqual({ kind: 'nothing-to-export' });
    expect(listAccess(vault.store, { before: null, limit: 3 })[0]?.id).toBe(entries[0]?.id);
  });
});

describe('reading is ticked off per contact', () => {
  const rowsOf = async () => valueOf(await vault.ask.brief.overview({}));

  it('with the time, until it is taken back', async () => {
    const first = await addContact(vault, 'Amina');
    await addContact(vault, 'Berhane');
    const third = await addContact(vault, 'Chala');
    const before = new Date().toISOString();
    valueOf(await reading([first, third]));
    valueOf(await reading([first], false));
    const [amina, berhane, chala] = await rowsOf();
    expect([amina?.readAt, berhane?.readAt]).toEqual([null, null]);
    expect(chala?.readAt && chala.readAt >= before).toBe(true);
    expect(failureIn(await reading([randomUUID()]))).toMatchObject({ kind: 'not-found' });
  });

  it('of active contacts, in the order of their names', async () => {
    await addContact(vault, 'Zewdi');
    await addContact(vault, 'Amina');
    await addContact(vault, 'Gone', { state: 'archived' });
    await addContact(vault, 'From a file', { state: 'draft' });
    expect((await rowsOf()).map(({ label }) => label)).toEqual(['Amina', 'Zewdi']);
  });

  describe('of those who came with a bundle', () => {
    let rita: VaultHere;
    beforeAll(async () => {
      rita = await openVaultOf('Rita Receiver');
    });
    afterAll(() => {
      rita.dispose();
    });

    it('to the successor, who reads the record that came', async () => {
      const recipientId = await giveCard(rita, vault);
      await giveCard(vault, rita);
      const id = await addTraveller(vault, 'Almaz', { notToRaise: 'Her brother' });
      await addLog(vault, 'Talk', [id]);
      await addContact(rita, 'Someone of Rita’s own');
      const { path, bundleId } = await send(vault, { contactIds: [id], recipientId });
      await receive(rita, path);
      const rows = valueOf(await rita.ask.brief.overview({ bundleId }));
      expect(rows.map(({ label }) => label)).toEqual(['Almaz']);
      const asked = { contactIds: [id], audience: null };
      const { contacts } = valueOf(await rita.ask.brief.ofContacts(asked));
      expect(contacts[0]).toMatchObject({
        notToRaise: 'Her brother',
        meetings: [{ title: 'Talk' }],
      });
      const unknown = await rita.ask.brief.overview({ bundleId: randomUUID() });
      expect(failureIn(unknown)).toMatchObject({ kind: 'not-found' });
    });
  });
});
