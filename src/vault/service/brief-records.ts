import type { Action } from '../../shared/model/action.ts';
import type { ConsentEvent } from '../../shared/model/consent-event.ts';
import type { VisitRequest } from '../../shared/model/custody.ts';
import type { Hearing } from '../../shared/model/hearing.ts';
import type { FollowUp, MeetingLog, PromiseRecord } from '../../shared/model/meeting-log.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import type { Relationship } from '../../shared/model/relationship.ts';
import type { RiskAssessment } from '../../shared/model/risk-assessment.ts';
import type { Task } from '../../shared/model/task.ts';
import type { Portfolio } from '../handover/portfolio.ts';
import type { BriefScope } from './brief-scope.ts';

/** The records of one contact that a brief may tell of. */
export interface OfContact {
  readonly events: readonly ConsentEvent[];
  readonly relationships: readonly Relationship[];
  /** Sealed, not closely held, not corrected and not noted ahead; the newest first. */
  readonly meetings: readonly MeetingLog[];
  readonly promises: readonly PromiseRecord[];
  readonly followUps: readonly FollowUp[];
  readonly actions: readonly Action[];
  readonly assessments: readonly RiskAssessment[];
  readonly visits: readonly VisitRequest[];
  readonly hearings: readonly Hearing[];
  readonly plans: readonly Plan[];
  readonly tasks: readonly Task[];
}

/** Parts the records of a portfolio among its contacts, one pass over each type. */
export function recordsByContact(
  portfolio: Portfolio,
  scope: BriefScope,
  today: string,
): (contactId: string) => OfContact {
  const told = <One extends { readonly id: string }>(
    type: RecordType,
    all: readonly One[],
  ): One[] => all.filter(({ id }) => scope.has(type, id));
  const meetings = told('meeting-log', toldMeetings(portfolio.meetingLogs, today));
  const metBy = new Map(
    portfolio.meetingLogs.map((log) => [log.id, contactsNamed('meeting-log', log)]),
  );
  const parts = {
    events: parted(told('consent-event', portfolio.consentEvents), byContactId),
    relationships: parted(told('relationship', portfolio.relationships), (one) => [
      one.fromContactId,
      one.toContactId,
    ]),
    meetings: parted(meetings, ({ id }) => metBy.get(id) ?? []),
    promises: parted(told('promise', portfolio.promises), byContactId),
    followUps: parted(told('follow-up', portfolio.followUps), ({ contactId, meetingLogId }) =>
      contactId === null ? (metBy.get(meetingLogId) ?? []) : [contactId],
    ),
    actions: parted(told('action', portfolio.actions), ({ subjectIds }) => subjectIds),
    assessments: parted(told('risk-assessment', portfolio.riskAssessments), byContactId),
    visits: parted(told('visit-request', portfolio.visitRequests), byContactId),
    hearings: parted(told('hearing', portfolio.hearings), byContactId),
    plans: parted(told('plan', portfolio.plans), ({ subjectIds }) => subjectIds),
    tasks: parted(told('task', portfolio.tasks), ({ contactId }) =>
      contactId === null ? [] : [contactId],
    ),
  };
  return (contactId) => ({
    events: parts.events(contactId),
    relationships: parts.relationships(contactId),
    meetings: parts.meetings(contactId),
    promises: parts.promises(contactId),
    followUps: parts.followUps(contactId),
    actions: parts.actions(contactId),
    assessments: parts.assessments(contactId),
    visits: parts.visits(contactId),
    hearings: parts.hearings(contactId),
    plans: parts.plans(contactId),
    tasks: parts.tasks(contactId),
  });
}

/** A log that was corrected counts as its correction tells it, also where that one is not told. */
function toldMeetings(logs: readonly MeetingLog[], today: string): MeetingLog[] {
  const sealed = logs.filter(({ state }) => state === 'sealed');
  const corrected = new Set(sealed.map(({ correctsId }) => correctsId));
  return (
    sealed
      .filter(({ id, sensitivity }) => sensitivity !== 'closely-held' && !corrected.has(id))
      // 'U' follows the 'T' of a wall-clock time.
      .filter(({ startedAt }) => startedAt < `${today}U`)
      .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1))
  );
}

function orderOf({ startedAt, id }: MeetingLog): string {
  return `${startedAt} ${id}`;
}

function byContactId({ contactId }: { readonly contactId: string }): readonly string[] {
  return [contactId];
}

/** The items of a contact, in the order they came in. */
function parted<Item>(
  items: readonly Item[],
  contactsOf: (item: Item) => readonly string[],
): (contactId: string) => readonly Item[] {
  const parts = new Map<string, Item[]>();
  for (const item of items) {
    for (const id of new Set(contactsOf(item))) {
      const part = parts.get(id);
      if (part === undefined) parts.set(id, [item]);
      else part.push(item);
    }
  }
  return (contactId) => parts.get(contactId) ?? [];
}
