import { randomUUID } from 'node:crypto';
import { datePlus } from '../../../src/shared/model/cadence.ts';
import type { VaultHere } from '../../support/vault-here.ts';
import {
  actionFields,
  addContact,
  consentArg,
  meetingArg,
  promiseInput,
  valueOf,
} from '../../support/records.ts';

/** What a vault holds of somebody in detention, and of somebody who is free. */
export interface HeldDefender {
  readonly contactId: string;
  readonly freeContactId: string;
  readonly name: string;
  readonly codeName: string;
  readonly custodyId: string;
  readonly visitId: string;
  readonly hearingId: string;
}

/** Puts a detention into an open vault: places, visits refused and made, hearings in series. */
export async function addHeldDefender(vault: VaultHere, today: string): Promise<HeldDefender> {
  vault.clock.today = today;
  const { ask } = vault;
  const day = (days: number): string => datePlus(today, { days });
  const name = 'Samira Desta';
  const codeName = 'Kestrel';
  const contactId = await addContact(vault, name, {
    ...{ codeName, profession: 'Journalist', riskLevel: 'high' },
    contactEveryDays: 14,
  });
  const freeContactId = await addContact(vault, 'ليلى حدّاد', { riskLevel: 'medium' });
  const lawyerContactId = await addContact(vault, 'Adv. Tesfaye Lemma', { profession: 'Lawyer' });
  const agreed = consentArg(contactId, ['visit-in-detention', 'attend-trial'], ['authorities'], {
    decidedOn: day(-40),
    reviewOn: day(2),
  });
  valueOf(await ask.consents.record(agreed));
  const begun = async (
    type: 'detention-visit' | 'trial-observation',
    title: string,
  ): Promise<string> => {
    const fields = actionFields(title, [contactId], { type, dueOn: day(3) });
    const { id } = valueOf(await ask.actions.save({ id: null, fields }));
    valueOf(await ask.actions.move({ id, status: 'in-progress', override: null }));
    return id;
  };
  const visitAction = await begun('detention-visit', 'Visit in remand');
  const trialAction = await begun('trial-observation', 'Observe the trial');

  const custodyId = valueOf(
    await ask.custody.save({
      id: null,
      fields: {
        contactId,
        state: 'pre-trial-detention',
        since: day(-51),
        places: [
          { id: randomUUID(), name: 'Police post at the harbour', from: day(-51), note: null },
          { id: randomUUID(), name: 'سجن الساحل', from: day(-48), note: 'Block 4, women’s wing' },
        ],
        authority: 'National security police',
        caseReference: '1204/2026',
        charges: 'Spreading false news; belonging to a banned group.',
        lawyerContactId,
        lawyerName: null,
        familyContactId: null,
        familyName: 'Her sister Hana',
        releasedOn: null,
        releaseConditions: '',
        note: 'She takes insulin. Ask for it at every visit.',
      },
    }),
  ).id;
  const visit = async (
    fields: Partial<Parameters<typeof ask.custody.saveVisit>[0]['fields']> & {
      readonly requestedOn: string;
    },
  ): Promise<string> =>
    valueOf(
      await ask.custody.saveVisit({
        id: null,
        fields: {
          custodyId,
          requestedFrom: 'Ministry of Justice',
          status: 'requested',
          answeredOn: null,
          visitOn: null,
          visitors: null,
          refusalReason: '',
          findings: '',
          actionId: null,
          ...fields,
        },
      }),
    ).id;
  await visit({
    requestedOn: day(-44),
    status: 'refused',
    answeredOn: day(-37),
    refusalReason: '“Not while the investigation goes on.”',
  });
  await visit({
    requestedOn: day(-30),
    status: 'held',
    answeredOn: day(-16),
    visitOn: day(-9),
    visitors: 'Second secretary, with an interpreter',
    actionId: visitAction,
    findings: 'In good spirits, thinner. Has had her insulin since last week. Asked for books.',
  });
  const visitId = await visit({ requestedOn: day(-4), visitOn: day(1), actionId: visitAction });

  const hearing = async (
    title: string,
    startsAt: string,
    previousId: string | null,
    change: Partial<Parameters<typeof ask.hearings.save>[0]['fields']>,
    attended = false,
  ): Promise<string> => {
    const observer = (who: string, from: string | null, confirmed: boolean) => ({
      ...{ id: randomUUID(), name: who, from, role: 'observer' as const, confirmed },
      attended: attended && confirmed,
    });
    return valueOf(
      await ask.hearings.save({
        id: null,
        fields: {
          contactId,
          custodyId,
          title,
          startsAt,
          timeZone: 'Africa/Addis_Ababa',
          court: 'Federal High Court',
          room: '4',
          stage: 'bail',
          status: 'scheduled',
          previousId,
          observers: [
            { ...observer('Ann Sender', null, true), role: 'lead' },
            observer('M. Castell', 'Mission of a like-minded state', true),
            observer('İnes Yılmaz', 'Bar association', false),
          ],
          actionId: null,
          outcome: '',
          note: '',
          ...change,
        },
      }),
    ).id;
  };
  const first = await hearing('First appearance', `${day(-41)}T09:00`, null, {
    ...{ stage: 'first-appearance', status: 'held', observers: [] },
    outcome: 'Remanded for sixty days.',
  });
  const second = await hearing(
    'Application for bail',
    `${day(-13)}T10:30`,
    first,
    {
      ...{ status: 'adjourned', actionId: trialAction },
      outcome: 'Put off, as the prosecutor had not come.',
    },
    true,
  );
  const hearingId = await hearing('Application for bail, again', `${day(1)}T10:30`, second, {
    actionId: trialAction,
  });
  await hearing('Ruling on bail', `${day(15)}T09:00`, hearingId, { observers: [] });
  for (const [at, title] of [
    [`${day(0)}T09:00`, 'Coffee with the family'],
    [`${day(0)}T15:30`, 'Lawyer, at the chambers'],
    [`${day(-6)}T18:00`, 'Call with the sister'],
  ] as const) {
    const promises = [
      promiseInput(lawyerContactId, 'Send the file of the case', { dueOn: day(2) }),
    ];
    const fields = { startedAt: at, timeZone: 'Africa/Addis_Ababa' };
    valueOf(await ask.meetings.save(meetingArg(title, [lawyerContactId], { fields, promises })));
  }
  return { contactId, freeContactId, name, codeName, custodyId, visitId, hearingId };
}
