import { randomUUID } from 'node:crypto';
import { datePlus } from '../../../src/shared/model/cadence.ts';
import { giveCard } from '../../support/handover.ts';
import {
  addAction,
  addContact,
  addLog,
  consentArg,
  consentToTravel,
  followUpInput,
  promiseInput,
  valueOf,
} from '../../support/records.ts';
import { hearingFields, riskAssessmentFields } from '../../support/situation.ts';
import { openVaultOf, type VaultHere } from '../../support/vault-here.ts';

/** Somebody of whom there is much to tell, and somebody of whom nothing may be told outside. */
export interface ToldDefender {
  readonly contactId: string;
  readonly name: string;
  readonly hiddenName: string;
}

/** Puts a portfolio to hand over into an open vault: three contacts, one of them in full. */
export async function addToldDefender(vault: VaultHere, today: string): Promise<ToldDefender> {
  vault.clock.today = today;
  const { ask } = vault;
  const day = (days: number): string => datePlus(today, { days });
  const [name, hiddenName] = ['Almaz Tekle', 'Nuur Cabdi'];
  const contactId = await addContact(vault, name, {
    names: [
      { id: randomUUID(), kind: 'primary', text: name, script: 'Latn' },
      { id: randomUUID(), kind: 'alias', text: 'አልማዝ ተክሌ', script: 'Ethi' },
    ],
    ...{ codeName: 'Kestrel', profession: 'Journalist', locality: 'Port Serin', country: 'ET' },
    ...{ languages: ['am', 'en'], riskGroups: ['journalists-and-media-workers'] },
    ...{ riskLevel: 'high', contactEveryDays: 14 },
    coverPhrase: 'I am calling about the library card.',
    notToRaise: 'Her brother’s case.\nThe name of her editor, in front of anyone.',
    methods: [
      {
        ...{ id: randomUUID(), kind: 'signal', value: '+999 5550 0119', preferred: true },
        ...{ safeHours: 'after 21:00, not Fridays', neverUse: false, note: 'in writing only' },
      },
      {
        ...{ id: randomUUID(), kind: 'phone', value: '+999 5552 0119', preferred: false },
        ...{ safeHours: null, neverUse: true, note: 'shared line' },
      },
    ],
  });
  const lawyerId = await addContact(vault, 'Adv. Tesfaye Lemma', { profession: 'Lawyer' });
  await addContact(vault, hiddenName, { profession: 'Teacher', notToRaise: 'Never to be printed' });
  for (const audience of ['own-mission', 'other-posts'] as const) {
    await consentToTravel(vault, contactId, audience, { decidedOn: day(-40) });
  }
  await consentToTravel(vault, lawyerId, 'own-mission', { decidedOn: day(-40) });
  const successor = await openVaultOf('Rita Receiver');
  await giveCard(successor, vault);
  successor.dispose();
  for (const [fromContactId, toContactId, type, note] of [
    [lawyerId, contactId, 'lawyer-of', 'Holds a power of attorney.'],
    [contactId, lawyerId, 'introduced-by', 'After the hearing in spring.'],
  ] as const) {
    const fields = { fromContactId, toContactId, type, note, since: null, until: null };
    valueOf(await ask.contacts.saveRelationship({ id: null, fields }));
  }
  for (const [index, title] of ['Before the verdict', 'Call at night', 'First talk'].entries()) {
    await addLog(vault, title, [contactId], {
      fields: {
        startedAt: `${day(-10 * (index + 1))}T10:00`,
        place: 'Reading room',
        said: 'Calls at night have stopped since the number was changed.\nTwo colleagues still get them.',
        told: 'What the embassy can do at a trial, and what it cannot.',
      },
      promises: index === 0 ? [promiseInput(contactId, 'Send the guide', { dueOn: day(5) })] : [],
      followUps: index === 0 ? [followUpInput('Check the number', { dueOn: day(3) })] : [],
    });
  }
  const agreed = {
    ...{ decidedOn: day(-40), expiresOn: day(90), reviewOn: day(20) },
    conditions: 'Not before the verdict.',
    withholdings: [
      {
        ...{ id: randomUUID(), what: 'Her address', fromWhom: 'The company' },
        reason: 'Men came to the last one.',
      },
    ],
  };
  valueOf(await ask.consents.record(consentArg(contactId, ['meet'], ['any'], agreed)));
  const refused = { decision: 'refused' as const, decidedOn: day(-40) };
  valueOf(await ask.consents.record(consentArg(contactId, ['social-media'], ['any'], refused)));
  const risk = riskAssessmentFields(contactId, { assessedOn: day(-30), reviewOn: day(30) });
  valueOf(await ask.risks.save({ id: null, fields: risk }));
  const hearing = hearingFields(contactId, { startsAt: `${day(2)}T09:30`, title: 'Appeal' });
  valueOf(await ask.hearings.save({ id: null, fields: hearing }));
  await addAction(vault, 'Raise the licence with the ministry', [contactId], { dueOn: day(12) });
  return { contactId, name, hiddenName };
}
