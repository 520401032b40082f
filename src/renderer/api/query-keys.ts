import type { CallChannel } from '../../shared/contract/contract.ts';
import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';

/** The key under which the answer of a call is kept: its channel, then its argument. */
export type CallKey = readonly [CallChannel, unknown];

/** An argument with its properties in one order, so that equal arguments make equal keys. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  );
}

export function callKey(channel: CallChannel, arg: unknown): CallKey {
  return [channel, inOrder(arg ?? {})];
}

/**
 * Which types of record an answer is made from. A call that is not named here is taken to read all
 * of them: out of date once too often rather than once too seldom.
 */
const READS: Partial<Record<CallChannel, readonly RecordType[]>> = {
  'session.status': ['officer'],
  'host.info': [],
  'contacts.list': ['contact', 'meeting-log', 'promise', 'consent-event'],
  'contacts.tags': ['contact'],
  'attachments.read': [],
  'attachments.view': [],
  'meetings.list': ['meeting-log', 'promise', 'contact'],
  'meetings.promises': ['promise', 'meeting-log', 'contact'],
  'meetings.followUps': ['follow-up', 'meeting-log', 'contact'],
  'consents.ofContact': ['consent-event', 'contact', 'attachment', 'task'],
  'consents.dueForReview': ['consent-event', 'contact'],
  'consents.ofPurpose': ['consent-event', 'contact'],
  'overrides.list': ['action', 'consent-event', 'contact'],
  'actions.list': ['action', 'consent-event', 'contact'],
  'actions.get': ['action', 'consent-event', 'contact', 'plan'],
  'plans.list': ['plan', 'action', 'consent-event', 'contact'],
  'plans.get': ['plan', 'action', 'consent-event', 'contact'],
  'tasks.list': ['task', 'action', 'contact', 'bundle-entry'],
  'directory.list': ['contact', 'action'],
  'multilateral.list': ['action', 'task', 'consent-event', 'contact'],
  'actions.check': ['consent-event', 'contact'],
  'incidents.list': ['incident', 'contact'],
  'incidents.density': ['incident'],
  'incidents.get': ['incident', 'contact', 'attachment'],
  'risks.ofContact': ['risk-assessment'],
  'risks.get': ['risk-assessment', 'contact'],
  'risks.dueForReview': ['risk-assessment', 'contact'],
  'risks.overTime': ['risk-assessment', 'incident', 'action'],
  'reviews.due': ['action', 'action-review', 'contact'],
  'reviews.list': ['action', 'action-review', 'incident', 'contact'],
  'reviews.get': ['action', 'action-review', 'incident', 'contact'],
  'reviews.ofAction': ['action', 'action-review', 'incident', 'contact'],
  'rhythm.overview': ['contact', 'meeting-log', 'task'],
  'rhythm.coverage': ['contact', 'meeting-log'],
  'rhythm.told': ['contact', 'meeting-log', 'task'],
  'rhythm.toldTo': ['meeting-log'],
  'impact.backlash': ['action', 'action-review', 'incident', 'contact'],
  'impact.pledges': ['action'],
  'custody.list': ['custody', 'visit-request', 'contact'],
  'custody.ofContact': ['custody', 'visit-request', 'action', 'contact', 'attachment'],
  'custody.get': ['custody', 'visit-request', 'action', 'contact', 'attachment'],
  'custody.getVisit': ['visit-request', 'action'],
  'hearings.between': ['hearing', 'contact'],
  'hearings.ofContact': ['hearing', 'contact'],
  'hearings.get': ['hearing', 'action', 'contact'],
  'rhythm.ledger': ['promise', 'meeting-log', 'contact'],
  'drafts.get': [],
  'drafts.list': [],
  'officers.list': ['officer'],
  'officers.me': ['officer'],
  'bundles.register': ['bundle-entry'],
};

/** Whether what was read on a channel is out of date once records of these types changed. */
export function isOutdated(channel: CallChannel, changed: readonly RecordType[]): boolean {
  const reads = READS[channel] ?? RECORD_TYPES;
  return changed.some((type) => reads.includes(type));
}
