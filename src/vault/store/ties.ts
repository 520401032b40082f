import { and, eq, or } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { ATTACHMENT_OWNERS, type AttachmentOwner } from '../../shared/model/attachment.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { ChangeSet } from '../db/change-types.ts';
import { readRecord } from '../db/record-table.ts';
import {
  actionReview,
  attachment,
  followUp,
  hearing,
  meetingLog,
  promise,
  relationship,
  task,
  visitRequest,
} from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/**
 * The sealed meeting logs that a change set touched: the log itself, or a promise, follow-up or
 * attachment of it.
 */
export function sealedLogsIn(store: ReadStore, set: ChangeSet): string[] {
  const logIds = new Set<string>();
  for (const change of set.changes) {
    const { recordType, recordId, field } = change;
    if (recordType === 'meeting-log') logIds.add(recordId);
    // A part that is gone says in the log whose it was.
    if (field === 'meetingLogId' || field === 'ownerId') {
      for (const value of [change.oldValue, change.newValue]) {
        if (typeof value === 'string') logIds.add(value);
      }
    }
    const owner = ownerOf(store, recordType, recordId);
    if (owner?.type === 'meeting-log') logIds.add(owner.id);
  }
  return store.orm
    .select({ id: meetingLog.id })
    .from(meetingLog)
    .where(and(isOneOf(meetingLog.id, [...logIds]), eq(meetingLog.state, 'sealed')))
    .all()
    .map((row) => row.id);
}

/**
 * Records that would be left hanging by a change set just written: what is tied or attached to a
 * contact or meeting log that is gone, and where something came back without what it belongs to,
 * the missing one. What happened with a contact (meetings, promises, decisions, actions) outlives
 * the contact and is not counted.
 */
export function danglingAfter(store: ReadStore, set: ChangeSet): RecordRef[] {
  const made = set.changes.filter((change) => change.field === '$exists');
  const gone = (type: RecordType): string[] =>
    made
      .filter((change) => change.recordType === type && change.newValue === null)
      .map((change) => change.recordId);
  const orphans = [
    ...tiedToContacts(store, gone('contact')),
    ...belongingToLogs(store, gone('meeting-log')),
    ...visitsIn(store, gone('custody')),
    ...hearingsNaming(store, gone('custody'), gone('hearing')),
    ...reviewsOf(store, gone('action')),
    ...tasksOf(store, gone('action')),
    ...ATTACHMENT_OWNERS.flatMap((owner) => attachedTo(store, owner, gone(owner))),
  ];
  const missing = made
    .filter((change) => change.newValue === true)
    .flatMap((change) => ownersOf(store, change.recordType, change.recordId))
    .filter((owner) => readRecord(store, owner.type, owner.id) === null);
  return [...orphans, ...missing];
}

function tiedToContacts(store: ReadStore, contactIds: readonly string[]): RecordRef[] {
  const ties = store.orm
    .select({ id: relationship.id })
    .from(relationship)
    .where(
      or(
        isOneOf(relationship.fromContactId, contactIds),
        isOneOf(relationship.toContactId, contactIds),
      ),
    )
    .all();
  return ties.map(({ id }): RecordRef => ({ type: 'relationship', id }));
}

function belongingToLogs(store: ReadStore, logIds: readonly string[]): RecordRef[] {
  const promises = store.orm
    .select({ id: promise.id })
    .from(promise)
    .where(isOneOf(promise.meetingLogId, logIds))
    .all();
  const followUps = store.orm
    .select({ id: followUp.id })
    .from(followUp)
    .where(isOneOf(followUp.meetingLogId, logIds))
    .all();
  const corrections = store.orm
    .select({ id: meetingLog.id })
    .from(meetingLog)
    .where(isOneOf(meetingLog.correctsId, logIds))
    .all();
  return [
    ...promises.map(({ id }): RecordRef => ({ type: 'promise', id })),
    ...followUps.map(({ id }): RecordRef => ({ type: 'follow-up', id })),
    ...corrections.map(({ id }): RecordRef => ({ type: 'meeting-log', id })),
  ];
}

function visitsIn(store: ReadStore, custodyIds: readonly string[]): RecordRef[] {
  return store.orm
    .select({ id: visitRequest.id })
    .from(visitRequest)
    .where(isOneOf(visitRequest.custodyId, custodyIds))
    .all()
    .map(({ id }): RecordRef => ({ type: 'visit-request', id }));
}

/** The hearings that say they are of one of these detentions, or follow one of these hearings. */
function hearingsNaming(
  store: ReadStore,
  custodyIds: readonly string[],
  hearingIds: readonly string[],
): RecordRef[] {
  return store.orm
    .select({ id: hearing.id })
    .from(hearing)
    .where(or(isOneOf(hearing.custodyId, custodyIds), isOneOf(hearing.previousId, hearingIds)))
    .all()
    .map(({ id }): RecordRef => ({ type: 'hearing', id }));
}

function reviewsOf(store: ReadStore, actionIds: readonly string[]): RecordRef[] {
  return store.orm
    .select({ id: actionReview.id })
    .from(actionReview)
    .where(isOneOf(actionReview.actionId, actionIds))
    .all()
    .map(({ id }): RecordRef => ({ type: 'action-review', id }));
}

function tasksOf(store: ReadStore, actionIds: readonly string[]): RecordRef[] {
  return store.orm
    .select({ id: task.id })
    .from(task)
    .where(isOneOf(task.actionId, actionIds))
    .all()
    .map(({ id }): RecordRef => ({ type: 'task', id }));
}

function attachedTo(
  store: ReadStore,
  ownerType: AttachmentOwner,
  ids: readonly string[],
): RecordRef[] {
  return store.orm
    .select({ id: attachment.id })
    .from(attachment)
    .where(and(eq(attachment.ownerType, ownerType), isOneOf(attachment.ownerId, ids)))
    .all()
    .map(({ id }): RecordRef => ({ type: 'attachment', id }));
}

/** The record that a part belongs to; null for a record of its own. */
function ownerOf(store: ReadStore, type: RecordType, id: string): RecordRef | null {
  if (type === 'promise' || type === 'follow-up') {
    const part = readRecord(store, type, id);
    return part === null ? null : { type: 'meeting-log', id: part.meetingLogId };
  }
  if (type === 'attachment') {
    const file = readRecord(store, 'attachment', id);
    return file === null ? null : { type: file.ownerType, id: file.ownerId };
  }
  if (type === 'visit-request') {
    const visit = readRecord(store, type, id);
    return visit === null ? null : { type: 'custody', id: visit.custodyId };
  }
  if (type === 'task') {
    const actionId = readRecord(store, type, id)?.actionId ?? null;
    return actionId === null ? null : { type: 'action', id: actionId };
  }
  if (type === 'action-review') {
    const review = readRecord(store, type, id);
    return review === null ? null : { type: 'action', id: review.actionId };
  }
  return null;
}

/** Every record without which this one would hang in the air. */
function ownersOf(store: ReadStore, type: RecordType, id: string): RecordRef[] {
  if (type === 'relationship') {
    const tie = readRecord(store, 'relationship', id);
    if (tie === null) return [];
    return [
      { type: 'contact', id: tie.fromContactId },
      { type: 'contact', id: tie.toContactId },
    ];
  }
  const owner = ownerOf(store, type, id);
  return owner === null ? [] : [owner];
}
