import type { ExportPreview, STAYS_BECAUSE } from '../../shared/contract/bundles.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { displayName } from '../../shared/model/contact.ts';
import type { MeetingLog } from '../../shared/model/meeting-log.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { mayTravel, type TravelAudience } from '../../shared/model/travel.ts';
import type { WithheldPart } from '../../shared/model/vocabulary/consent.ts';
import { groupBy } from '../store/group-by.ts';
import { countByType, WITHHELD_CONTACT_FIELDS } from './carried-records.ts';
import type { EverNamed } from './ever-named.ts';
import type { Portfolio } from './portfolio.ts';

type Stay = ExportPreview['stays'][number];
type StayReason = (typeof STAYS_BECAUSE)[number];

/** What of a portfolio goes to an audience, and what stays behind and why. */
export interface Travelling {
  readonly contacts: ExportPreview['travels'];
  readonly stays: readonly Stay[];
  readonly records: readonly RecordRef[];
  /** Fields left out of everything that is said of a contact, by the contact's id. */
  readonly withheldFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** SHA-256 of the files that go along. */
  readonly files: ReadonlySet<string>;
}

/**
 * Decides record by record. A contact travels by a live consent or a legitimate basis
 * (shared/model/travel.ts), and all decisions of a contact on consent travel with it. What names
 * several contacts travels only if every one of them does: nobody is handed over in someone else's
 * file.
 * @param everNamed Whom each record named at any time: its history travels with it.
 * @param today Calendar date at the officer's place, ISO 8601.
 */
export function whatTravels(
  portfolio: Portfolio,
  everNamed: EverNamed,
  audience: TravelAudience,
  today: string,
): Travelling {
  const events = groupBy(portfolio.consentEvents, (event) => event.contactId);
  const stays: Stay[] = [];
  const going = new Map<string, GoingContact>();
  /** The contacts that each record sent along names: what belongs to it goes with them. */
  const gone = new Map<string, readonly string[]>();

  function stay(record: RecordRef, label: string, contactId: string, why: StayReason): void {
    stays.push({ record, label, contactId, why });
  }

  for (const contact of portfolio.contacts.values()) {
    const label = displayName(contact);
    const ref = { type: 'contact', id: contact.id } as const;
    if (contact.state === 'draft') {
      stay(ref, label, contact.id, 'contact-is-draft');
      continue;
    }
    const decision = mayTravel(contact, events.get(contact.id) ?? [], audience, today);
    if (!decision.travels) {
      stay(ref, label, contact.id, decision.why);
      continue;
    }
    const records: RecordRef[] = [ref];
    going.set(contact.id, { label, ground: decision.ground, withheld: decision.withheld, records });
    gone.set(contact.id, [contact.id]);
    for (const event of events.get(contact.id) ?? []) {
      records.push({ type: 'consent-event', id: event.id });
      gone.set(event.id, [contact.id]);
    }
  }

  /** Sends a record along with every contact it names, or says why it stays. */
  function place(
    ref: RecordRef,
    label: string,
    contactIds: readonly string[],
    ownReason: StayReason | null,
    part: WithheldPart | null,
  ): boolean {
    const named = [...new Set([...contactIds, ...(everNamed.get(ref.id) ?? [])])];
    const first = named.find((id) => going.has(id));
    // A record of contacts that all stay needs no line of its own.
    if (first === undefined) return false;
    const isWithheld = (id: string): boolean =>
      part !== null && (going.get(id)?.withheld.includes(part) ?? false);
    const why =
      ownReason ??
      (named.some((id) => !going.has(id)) ? 'names-someone-who-stays' : null) ??
      (named.some(isWithheld) ? 'withheld-by-consent' : null);
    if (why !== null) {
      stay(ref, label, first, why);
      return false;
    }
    for (const id of named) going.get(id)?.records.push(ref);
    gone.set(ref.id, named);
    return true;
  }

  for (const { id, fromContactId, toContactId } of portfolio.relationships) {
    const ends = [fromContactId, toContactId];
    const label = ends.flatMap((end) => nameOf(portfolio, end)).join(' – ');
    place({ type: 'relationship', id }, label, ends, null, 'relationships');
  }
  for (const log of portfolio.meetingLogs) {
    const ref = { type: 'meeting-log', id: log.id } as const;
    place(ref, log.title, contactsNamed('meeting-log', log), staysAnyway(log), 'meeting-notes');
  }
  for (const promise of portfolio.promises) {
    if (!gone.has(promise.meetingLogId)) continue;
    place({ type: 'promise', id: promise.id }, promise.text, [promise.contactId], null, null);
  }
  for (const followUp of portfolio.followUps) {
    const named = gone.get(followUp.meetingLogId);
    if (named === undefined) continue;
    const contactIds = followUp.contactId === null ? named : [followUp.contactId];
    place({ type: 'follow-up', id: followUp.id }, followUp.text, contactIds, null, null);
  }
  for (const action of portfolio.actions) {
    const named = contactsNamed('action', action);
    place({ type: 'action', id: action.id }, action.title, named, null, null);
  }
  for (const review of portfolio.actionReviews) {
    const named = gone.get(review.actionId);
    if (named === undefined) continue;
    place({ type: 'action-review', id: review.id }, review.reviewedOn, named, null, null);
  }
  for (const incident of portfolio.incidents) {
    const ref = { type: 'incident', id: incident.id } as const;
    const held = incident.sensitivity === 'closely-held' ? 'closely-held' : null;
    place(ref, incident.title, contactsNamed('incident', incident), held, 'incidents');
  }
  for (const assessment of portfolio.riskAssessments) {
    const ref = { type: 'risk-assessment', id: assessment.id } as const;
    place(ref, assessment.assessedOn, [assessment.contactId], null, 'risk');
  }
  for (const custody of portfolio.custodies) {
    const ref = { type: 'custody', id: custody.id } as const;
    place(ref, custody.since, contactsNamed('custody', custody), null, 'custody');
  }
  for (const visit of portfolio.visitRequests) {
    if (!gone.has(visit.custodyId)) continue;
    const ref = { type: 'visit-request', id: visit.id } as const;
    place(ref, visit.requestedOn, [visit.contactId], null, 'custody');
  }
  for (const hearing of portfolio.hearings) {
    const ref = { type: 'hearing', id: hearing.id } as const;
    place(ref, hearing.title, [hearing.contactId], null, 'custody');
  }
  for (const plan of portfolio.plans) {
    place({ type: 'plan', id: plan.id }, plan.title, contactsNamed('plan', plan), null, null);
  }
  for (const task of portfolio.tasks) {
    // Calling a bundle back is for whoever sent it.
    if (task.bundleEntryId !== null) continue;
    const named = task.actionId === null ? [] : gone.get(task.actionId);
    if (named === undefined) continue;
    const contactIds = task.contactId === null ? named : [...named, task.contactId];
    place({ type: 'task', id: task.id }, task.text, contactIds, null, null);
  }
  // By their bytes: the picture of someone who asked to leave it out stays in any file.
  const withheldPhotos = new Set(
    [...going].flatMap(([id, { withheld }]) =>
      withheld.includes('photo') ? (portfolio.contacts.get(id)?.photo ?? []) : [],
    ),
  );
  const files = new Set<string>();
  for (const attachment of portfolio.attachments) {
    const isOfContact = attachment.ownerType === 'contact';
    const owners = isOfContact ? [attachment.ownerId] : (gone.get(attachment.ownerId) ?? []);
    const ref = { type: 'attachment', id: attachment.id } as const;
    const isWithheldPhoto = withheldPhotos.has(attachment.sha256);
    const anyway = isWithheldPhoto ? 'withheld-by-consent' : null;
    if (place(ref, attachment.name, owners, anyway, null)) {
      files.add(attachment.sha256);
    }
  }
  const withheldFields = new Map<string, ReadonlySet<string>>();
  for (const [id, { withheld }] of going) {
    const fields = new Set(withheld.flatMap((part) => WITHHELD_CONTACT_FIELDS[part]));
    const photo = portfolio.contacts.get(id)?.photo ?? null;
    if (photo !== null && withheldPhotos.has(photo)) fields.add('photo');
    else if (photo !== null) files.add(photo);
    withheldFields.set(id, fields);
  }

  return {
    contacts: [...going].map(([contactId, { label, ground, withheld, records }]) => ({
      contactId,
      label,
      ground,
      withheld: [...withheld],
      counts: countByType(records),
    })),
    stays,
    records: distinct([...going.values()].flatMap((contact) => contact.records)),
    withheldFields,
    files,
  };
}

interface GoingContact {
  readonly label: string;
  readonly ground: 'consent' | 'legitimate-basis';
  readonly withheld: readonly WithheldPart[];
  readonly records: RecordRef[];
}

function nameOf(portfolio: Portfolio, contactId: string): string[] {
  const contact = portfolio.contacts.get(contactId);
  return contact === undefined ? [] : [displayName(contact)];
}

function staysAnyway(log: MeetingLog): StayReason | null {
  if (log.state === 'draft') return 'meeting-is-draft';
  return log.sensitivity === 'closely-held' ? 'closely-held' : null;
}

function distinct(records: readonly RecordRef[]): RecordRef[] {
  const byKey = new Map<`${RecordType} ${string}`, RecordRef>();
  for (const record of records) byKey.set(`${record.type} ${record.id}`, record);
  return [...byKey.values()];
}
