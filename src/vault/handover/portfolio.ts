import { or, type InferSelectModel } from 'drizzle-orm';
import type { ActionReview } from '../../shared/model/action-review.ts';
import type { Action } from '../../shared/model/action.ts';
import type { Attachment } from '../../shared/model/attachment.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import type { Contact } from '../../shared/model/contact.ts';
import type { Custody, VisitRequest } from '../../shared/model/custody.ts';
import type { Hearing } from '../../shared/model/hearing.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { FollowUp, MeetingLog, PromiseRecord } from '../../shared/model/meeting-log.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { Relationship } from '../../shared/model/relationship.ts';
import type { RiskAssessment } from '../../shared/model/risk-assessment.ts';
import type { Task } from '../../shared/model/task.ts';
import {
  action,
  actionReview,
  actionSubject,
  attachment,
  custody,
  followUp,
  hearing,
  incident,
  incidentContact,
  meetingLog,
  meetingLogContact,
  plan,
  planSubject,
  promise,
  relationship,
  riskAssessment,
  task,
  visitRequest,
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
  readonly incidents: readonly Incident[];
  readonly riskAssessments: readonly RiskAssessment[];
  readonly custodies: readonly Custody[];
  readonly visitRequests: readonly VisitRequest[];
  readonly hearings: readonly Hearing[];
  readonly plans: readonly Plan[];
  readonly actionReviews: readonly ActionReview[];
  readonly tasks: readonly Task[];
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
  const actionIds = actions.map(({ id }) => id);
  const incidents = orm
    .select()
    .from(incident)
    .where(
      sqlIn(
        incident.id,
        orm
          .selectDistinct({ id: incidentContact.incidentId })
          .from(incidentContact)
          .where(isOneOf(incidentContact.contactId, contactIds))
          .all(),
      ),
    )
    .orderBy(incident.id)
    .all();
  const plans = orm
    .select()
    .from(plan)
    .where(
      sqlIn(
        plan.id,
        orm
          .selectDistinct({ id: planSubject.planId })
          .from(planSubject)
          .where(isOneOf(planSubject.contactId, contactIds))
          .all(),
      ),
    )
    .orderBy(plan.id)
    .all();
  const consentEvents = consentEventsOf(store, contactIds);
  const custodies = ofContacts(custody);
  const owners = [
    ...contactIds,
    ...[meetingLogs, consentEvents, incidents, custodies, actions].flat().map(({ id }) => id),
  ];

  /** Records of a type with a `contactId`, by id. */
  function ofContacts<Table extends OfContact>(table: Table): InferSelectModel<Table>[] {
    return orm
      .select()
      .from(table)
      .where(isOneOf(table.contactId, contactIds))
      .orderBy(table.id)
      .all() as InferSelectModel<Table>[];
  }
  return {
    contacts: contactsByIds(store, contactIds),
    consentEvents,
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
    incidents,
    riskAssessments: ofContacts(riskAssessment),
    custodies,
    visitRequests: ofContacts(visitRequest),
    hearings: ofContacts(hearing),
    plans,
    actionReviews: orm
      .select()
      .from(actionReview)
      .where(isOneOf(actionReview.actionId, actionIds))
      .orderBy(actionReview.id)
      .all(),
    tasks: orm
      .select()
      .from(task)
      .where(or(isOneOf(task.contactId, contactIds), isOneOf(task.actionId, actionIds)))
      .orderBy(task.id)
      .all(),
    attachments: orm
      .select()
      .from(attachment)
      .where(isOneOf(attachment.ownerId, owners))
      .orderBy(attachment.id)
      .all(),
  };
}

type OfContact = typeof custody | typeof riskAssessment | typeof visitRequest | typeof hearing;

function sqlIn(
  column: Parameters<typeof isOneOf>[0],
  rows: readonly { readonly id: string }[],
): ReturnType<typeof isOneOf> {
  return isOneOf(
    column,
    rows.map((row) => row.id),
  );
}
