import { or } from 'drizzle-orm';
import type { Action } from '../../shared/model/action.ts';
import type { Attachment } from '../../shared/model/attachment.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import type { Contact } from '../../shared/model/contact.ts';
import type { FollowUp, MeetingLog, PromiseRecord } from '../../shared/model/meeting-log.ts';
import type { Relationship } from '../../shared/model/relationship.ts';
import {
  action,
  actionSubject,
  attachment,
  followUp,
  meetingLog,
  meetingLogContact,
  promise,
  relationship,
} from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { consentEventsOf } from '../store/consent-events.ts';
import { contactsByIds } from '../store/contacts.ts';
import { isOneOf } from '../store/id-list.ts';

/** Some contacts and every record that belongs to at least one of them, as they stand. */
export interface Portfolio {
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly consentEvents: readonly ConsentEvent[];
  readonly relationships: readonly Relationship[];
  readonly meetingLogs: readonly MeetingLog[];
  readonly promises: readonly PromiseRecord[];
  readonly followUps: readonly FollowUp[];
  readonly actions: readonly Action[];
  readonly attachments: readonly Attachment[];
}

/** Reads the portfolio of these contacts; one that is not there is left out. */
export function readPortfolio(store: ReadStore, contactIds: readonly string[]): Portfolio {
  const { orm } = store;
  const meetingLogs = orm
    .select()
    .from(meetingLog)
    .where(
      sqlIn(
        meetingLog.id,
        orm
          .selectDistinct({ id: meetingLogContact.logId })
          .from(meetingLogContact)
          .where(isOneOf(meetingLogContact.contactId, contactIds))
          .all(),
      ),
    )
    .orderBy(meetingLog.id)
    .all();
  const logIds = meetingLogs.map((log) => log.id);
  const actions = orm
    .select()
    .from(action)
    .where(
      sqlIn(
        action.id,
        orm
          .selectDistinct({ id: actionSubject.actionId })
          .from(actionSubject)
          .where(isOneOf(actionSubject.contactId, contactIds))
          .all(),
      ),
    )
    .orderBy(action.id)
    .all();
  return {
    contacts: contactsByIds(store, contactIds),
    consentEvents: consentEventsOf(store, contactIds),
    relationships: orm
      .select()
      .from(relationship)
      .where(
        or(
          isOneOf(relationship.fromContactId, contactIds),
          isOneOf(relationship.toContactId, contactIds),
        ),
      )
      .orderBy(relationship.id)
      .all(),
    meetingLogs,
    promises: orm
      .select()
      .from(promise)
      .where(isOneOf(promise.meetingLogId, logIds))
      .orderBy(promise.id)
      .all(),
    followUps: orm
      .select()
      .from(followUp)
      .where(isOneOf(followUp.meetingLogId, logIds))
      .orderBy(followUp.id)
      .all(),
    actions,
    attachments: orm
      .select()
      .from(attachment)
      .where(isOneOf(attachment.ownerId, [...contactIds, ...logIds]))
      .orderBy(attachment.id)
      .all(),
  };
}

function sqlIn(
  column: Parameters<typeof isOneOf>[0],
  rows: readonly { readonly id: string }[],
): ReturnType<typeof isOneOf> {
  return isOneOf(
    column,
    rows.map((row) => row.id),
  );
}
