import type { Calls } from '../../src/shared/contract/contract.ts';
import type { Client } from '../../src/shared/contract/define.ts';
import { must } from './must.ts';

/** The types of record that the demo portfolio has. */
const DEMO_TYPES = [
  'contact',
  'relationship',
  'meeting-log',
  'promise',
  'follow-up',
  'consent-event',
  'action',
  'plan',
  'incident',
  'risk-assessment',
  'task',
  'action-review',
  'custody',
  'visit-request',
  'hearing',
  'attachment',
] as const;
export type Counts = Record<(typeof DEMO_TYPES)[number], number>;

/** How many records of each type an open vault shows, by walking through all of it. */
export async function countRecords(ask: Client<Calls>): Promise<Counts> {
  const relationships = new Set<string>();
  const attachments = new Set<string>();
  let consentEvents = 0;
  let assessments = 0;
  const held = { custody: 0, 'visit-request': 0, hearing: 0 };
  const contacts = must(await ask.contacts.list({}), 'contacts');
  for (const { id } of contacts.rows) {
    const page = must(await ask.contacts.page({ id }), 'contact page');
    for (const { relationship } of page.relationships) relationships.add(relationship.id);
    for (const attachment of page.attachments) attachments.add(attachment.id);
    consentEvents += must(await ask.consents.ofContact({ contactId: id }), 'consents').events
      .length;
    assessments += must(await ask.risks.ofContact({ contactId: id }), 'assessments').length;
    const detentions = must(await ask.custody.ofContact({ contactId: id }), 'detentions');
    held.custody += detentions.length;
    held['visit-request'] += detentions.flatMap(({ visits }) => visits).length;
    held.hearing += must(await ask.hearings.ofContact({ contactId: id }), 'hearings').length;
  }
  const meetings = must(await ask.meetings.list({ limit: 1_000 }), 'meetings');
  for (const { id } of meetings.rows) {
    const { attachments: files } = must(await ask.meetings.get({ id }), 'meeting');
    for (const attachment of files) attachments.add(attachment.id);
  }
  const incidents = must(await ask.incidents.list({ limit: 1_000 }), 'incidents');
  for (const { id } of incidents.rows) {
    const { attachments: files } = must(await ask.incidents.get({ id }), 'incident');
    for (const attachment of files) attachments.add(attachment.id);
  }
  return {
    contact: contacts.total,
    relationship: relationships.size,
    'meeting-log': meetings.total,
    promise: must(await ask.meetings.promises({}), 'promises').length,
    'follow-up': must(await ask.meetings.followUps({}), 'follow-ups').length,
    'consent-event': consentEvents,
    action: must(await ask.actions.list({}), 'actions').length,
    plan: must(await ask.plans.list({}), 'plans').length,
    incident: incidents.total,
    'risk-assessment': assessments,
    task: must(await ask.tasks.list({}), 'tasks').filter(({ id }) => id !== null).length,
    'action-review': must(await ask.reviews.list({}), 'reviews').length,
    ...held,
    attachment: attachments.size,
  };
}

/**
 * Counts of a preview or a result, with a zero for each type that is absent. Throws where there is
 * a type that the demo does not walk through: it would go uncounted.
 */
export function completeCounts(counts: Readonly<Partial<Record<string, number>>>): Counts {
  const unwalked = Object.keys(counts).filter(
    (type) => !DEMO_TYPES.some((known) => known === type),
  );
  if (unwalked.length > 0) throw new Error(`The demo does not count ${unwalked.join(', ')}.`);
  return Object.fromEntries(DEMO_TYPES.map((type) => [type, counts[type] ?? 0])) as Counts;
}
