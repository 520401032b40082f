import type { CustodyFields } from '../../src/shared/model/custody.ts';
import type { ActionStatus, ActionType } from '../../src/shared/model/vocabulary/action.ts';
import { must } from './must.ts';
import type { MadeContact } from './portfolio-contacts.ts';
import { daysBefore, type Writing } from './portfolio-writing.ts';
import { FICTIONAL } from './texts.ts';

/** Those who are or were held: visits asked for and made, days in court and who observed them. */
export async function addCustodies(
  writing: Writing,
  contacts: readonly MadeContact[],
): Promise<void> {
  const people = contacts.filter(({ kind }) => kind === 'person');
  const detained = people.find(({ consent }) => consent === 'proxy');
  const [released] = people.filter(({ consent }) => consent === 'open');
  if (detained === undefined || released === undefined) throw new Error('nobody is in detention');
  await addHeld(writing, detained);
  await addReleased(writing, released);
}

async function addHeld(writing: Writing, contact: MadeContact): Promise<void> {
  const { today } = writing;
  const custodyId = await detain(writing, contact, {
    since: daysBefore(today, 51),
    state: 'pre-trial-detention',
    places: [
      { id: writing.random.uuid(), name: 'Harbour police post', from: null, note: null },
      {
        ...{ id: writing.random.uuid(), name: 'Saltmarsh remand prison' },
        ...{ from: daysBefore(today, 48), note: 'FICTIONAL: block 4' },
      },
    ],
  });
  await askToVisit(writing, custodyId, {
    requestedOn: daysBefore(today, 44),
    status: 'refused',
    answeredOn: daysBefore(today, 37),
    refusalReason: 'FICTIONAL: not while the inquiry goes on.',
  });
  await askToVisit(writing, custodyId, {
    requestedOn: daysBefore(today, 30),
    status: 'held',
    answeredOn: daysBefore(today, 16),
    visitOn: daysBefore(today, 9),
    actionId: await begin(writing, contact, 'detention-visit', 'Visit in remand', 'in-progress'),
    findings: 'FICTIONAL: in good spirits, thinner. Asked for books and a doctor.',
  });
  await askToVisit(writing, custodyId, {
    requestedOn: daysBefore(today, 4),
    visitOn: daysBefore(today, -3),
  });
  const trial = await begin(
    writing,
    contact,
    'trial-observation',
    'Observe the trial',
    'in-progress',
  );
  const first = await hear(writing, contact, {
    custodyId,
    title: 'First appearance',
    startsAt: `${daysBefore(today, 41)}T09:00`,
    status: 'held',
    stage: 'first-appearance',
    previousId: null,
    outcome: 'FICTIONAL: remanded for sixty days.',
  });
  const second = await hear(writing, contact, {
    custodyId,
    title: 'Application for bail',
    startsAt: `${daysBefore(today, 13)}T10:30`,
    status: 'adjourned',
    stage: 'bail',
    previousId: first,
    actionId: trial,
    attended: true,
    outcome: 'FICTIONAL: put off, as the prosecutor had not come.',
  });
  await hear(writing, contact, {
    custodyId,
    title: 'Application for bail, again',
    startsAt: `${daysBefore(today, -2)}T10:30`,
    status: 'scheduled',
    stage: 'bail',
    previousId: second,
    actionId: trial,
  });
}

async function addReleased(writing: Writing, contact: MadeContact): Promise<void> {
  const { today } = writing;
  const custodyId = await detain(writing, contact, {
    since: daysBefore(today, 210),
    state: 'released',
    places: [{ id: writing.random.uuid(), name: 'Central station', from: null, note: null }],
    releasedOn: daysBefore(today, 203),
    releaseConditions: 'FICTIONAL: reports to the police every Monday; may not leave the city.',
  });
  await hear(writing, contact, {
    custodyId,
    title: 'Hearing on release',
    startsAt: `${daysBefore(today, 203)}T11:00`,
    status: 'held',
    stage: 'bail',
    previousId: null,
    outcome: 'FICTIONAL: released on bail.',
  });
}

async function detain(
  { ask }: Writing,
  contact: MadeContact,
  change: Pick<CustodyFields, 'since' | 'state' | 'places'> & Partial<CustodyFields>,
): Promise<string> {
  const saved = await ask.custody.save({
    id: null,
    fields: {
      contactId: contact.id,
      authority: 'Harbour police (fictional)',
      caseReference: 'F-1204',
      charges: 'FICTIONAL: spreading false news.',
      lawyerContactId: null,
      lawyerName: 'Counsel Aldous Penn',
      familyContactId: null,
      familyName: 'A sister',
      releasedOn: null,
      releaseConditions: '',
      note: FICTIONAL,
      ...change,
    },
  });
  return must(saved, 'detention').id;
}

type VisitFields = Parameters<Writing['ask']['custody']['saveVisit']>[0]['fields'];

async function askToVisit(
  { ask }: Writing,
  custodyId: string,
  change: Pick<VisitFields, 'requestedOn'> & Partial<VisitFields>,
): Promise<void> {
  const saved = await ask.custody.saveVisit({
    id: null,
    fields: {
      custodyId,
      requestedFrom: 'Ministry of Justice (fictional)',
      status: 'requested',
      answeredOn: null,
      visitOn: null,
      visitors: 'Human rights officer, with an interpreter',
      refusalReason: '',
      findings: '',
      actionId: null,
      ...change,
    },
  });
  must(saved, 'visit');
}

type HearingFields = Parameters<Writing['ask']['hearings']['save']>[0]['fields'];
type HearingStart = Pick<
  HearingFields,
  'custodyId' | 'title' | 'startsAt' | 'status' | 'stage' | 'previousId'
>;

async function hear(
  writing: Writing,
  contact: MadeContact,
  {
    attended = false,
    ...change
  }: HearingStart & Partial<HearingFields> & { readonly attended?: boolean },
): Promise<string> {
  const observer = (name: string, from: string, confirmed: boolean) => ({
    ...{ id: writing.random.uuid(), name, from, role: 'observer' as const, confirmed },
    attended: attended && confirmed,
  });
  const saved = await writing.ask.hearings.save({
    id: null,
    fields: {
      contactId: contact.id,
      timeZone: 'Africa/Nairobi',
      court: 'Second district court (fictional)',
      room: '4',
      actionId: null,
      outcome: '',
      note: FICTIONAL,
      ...change,
      observers: [
        { ...observer('Avery Demo', 'This mission', true), role: 'lead' },
        observer('Noor Castell', 'A like-minded mission', true),
        observer('Ines Roth', 'A like-minded mission', false),
      ],
    },
  });
  return must(saved, 'hearing').id;
}

/** An action for somebody, moved as far as it is to be; the consent for it is there. */
async function begin(
  { ask, today }: Writing,
  contact: MadeContact,
  type: ActionType,
  title: string,
  status: ActionStatus,
): Promise<string> {
  const saved = await ask.actions.save({
    id: null,
    fields: {
      type,
      title: `${title} (fictional)`,
      audience: 'authorities',
      owner: 'Human rights officer',
      dueOn: daysBefore(today, -3),
      subjectIds: [contact.id],
      detail: FICTIONAL,
      doneOn: null,
      outcome: '',
    },
  });
  const { id } = must(saved, type);
  must(await ask.actions.move({ id, status, override: null }), `${type} begun`);
  return id;
}
