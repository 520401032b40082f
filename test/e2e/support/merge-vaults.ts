import { randomUUID } from 'node:crypto';
import type { ContactFields, ContactMethod } from '../../../src/shared/model/contact.ts';
import { giveCard, receive, send } from '../../support/handover.ts';
import { addTraveller, consentArg, valueOf } from '../../support/records.ts';
import { incidentFields } from '../../support/situation.ts';
import type { VaultHere } from '../../support/vault-here.ts';

const NOTES = [
  'First met at the harbour, through Companions (fictional).',
  'Prefers to be met outside the town. Never call before noon.',
  'Her brother drives her to meetings; he knows of us.',
  'Asked that her employer should not hear of the contact.',
  'Speaks English, prefers French.',
];

/** What went to and fro between two posts: both changed it, and the second sent it back. */
export interface ReturnedPortfolio {
  /** Where the bundle lies that came back. */
  readonly path: string;
  readonly samiraId: string;
  readonly amalId: string;
  readonly incidentId: string;
}

/**
 * The first officer hands two contacts over; then both officers change them, each without knowing
 * of the other's changes, and the second sends them back. Seven things were changed by both.
 */
export async function returnedPortfolio(
  first: VaultHere,
  second: VaultHere,
): Promise<ReturnedPortfolio> {
  const secondId = await giveCard(second, first);
  const firstId = await giveCard(first, second);
  const samiraId = await addTraveller(first, 'Samira Haddad (fictional)', {
    profession: 'teacher',
    riskLevel: 'low',
    locality: 'Halmere',
    notes: NOTES.join('\n\n'),
    methods: [method('signal', '+000 555 0101')],
    tags: ['press'],
  });
  const amalId = await addTraveller(first, 'أمل Amal (fictional)', { profession: 'student' });
  const incident = { title: 'Followed home', description: 'By two men.' };
  const incidentId = valueOf(
    await first.ask.incidents.save({ id: null, fields: incidentFields(samiraId, incident) }),
  ).id;
  const contactIds = [samiraId, amalId];
  await receive(second, (await send(first, { contactIds, recipientId: secondId })).path);

  await editContact(first, samiraId, {
    profession: 'headteacher',
    riskLevel: 'high',
    locality: 'Port Serin',
    notes: notesWith('Prefers to be met outside the town. Never call before two.'),
    methods: [method('signal', '+000 555 0202')],
    tags: ['press', 'harbour'],
  });
  await editContact(first, amalId, { profession: 'law student' });
  const described = { ...incident, description: 'By two men in a grey car.' };
  valueOf(
    await first.ask.incidents.save({
      id: incidentId,
      fields: incidentFields(samiraId, described),
    }),
  );

  await editContact(second, samiraId, {
    profession: 'school inspector',
    riskLevel: 'medium',
    locality: 'Serin Heights',
    notes: `${notesWith('Prefers to be met in the library. Never call.')}\n\nHas a dog.`,
    methods: [method('signal', '+000 555 0303')],
    tags: ['press', 'education'],
  });
  await editContact(second, amalId, { profession: 'trainee lawyer' });
  valueOf(await second.ask.incidents.remove({ id: incidentId }));
  const withdrawn = consentArg(samiraId, ['use-of-photo'], ['public'], { decision: 'refused' });
  valueOf(await second.ask.consents.record(withdrawn));
  const { path } = await send(second, { contactIds, recipientId: firstId });
  return { path, samiraId, amalId, incidentId };
}

/** The notes with another second paragraph. */
function notesWith(second: string): string {
  return NOTES.map((paragraph, index) => (index === 1 ? second : paragraph)).join('\n\n');
}

const METHOD_ID = randomUUID();

function method(kind: ContactMethod['kind'], value: string): ContactMethod {
  return {
    id: METHOD_ID,
    ...{ kind, value, safeHours: null, neverUse: false, preferred: true, note: null },
  };
}

export async function editContact(
  { ask }: Pick<VaultHere, 'ask'>,
  id: string,
  change: Partial<ContactFields>,
): Promise<void> {
  const { id: _, ...kept } = valueOf(await ask.contacts.page({ id })).contact;
  valueOf(await ask.contacts.save({ id, fields: { ...kept, ...change } }));
}
