import { and, between, eq, gte, lt, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CalendarEntry, CalendarKind } from '../../shared/contract/calendar.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { datePlus } from '../../shared/model/cadence.ts';
import { PLANNED_CONTACT_STEP } from '../../shared/model/planned-contact.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { reviewSteps } from '../../shared/model/review-due.ts';
import { REVIEW_MONTHS } from '../../shared/model/vocabulary/plan.ts';
import {
  action,
  actionReview,
  custody,
  followUp,
  meetingLog,
  plan,
  promise,
  riskAssessment,
  visitRequest,
} from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { groupBy } from '../store/group-by.ts';
import { isOneOf } from '../store/id-list.ts';
import { hearingsBetween } from '../store/hearings.ts';
import { rhythmStandings } from '../store/rhythm.ts';
import { consentsDueBy } from './consents-due.ts';
import { taskRows } from './task-rows.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** An entry before its contacts have their names. */
export interface Found extends Omit<CalendarEntry, 'kind' | 'contacts'> {
  readonly contactIds: readonly string[];
  /** Closely held: not for paper. */
  readonly isCloselyHeld?: boolean;
}

type Source = (store: ReadStore, span: Span, today: string) => Found[];

/** Where each kind of entry comes from: one query over an index, and no more. */
export const CALENDAR_SOURCES: Readonly<Record<CalendarKind, Source>> = {
  hearing: (store, { from, to }) =>
    hearingsBetween(store, from, to).map(
      ({ id, startsAt, timeZone, title, status, contactId }) => ({
        ...entry('hearing', id, startsAt.slice(0, 10), [contactId], title),
        ...{ time: startsAt.slice(11), timeZone },
        isOver: status === 'held',
        isOff: status === 'adjourned' || status === 'cancelled',
      }),
    ),

  'detention-visit': ({ orm }, span) =>
    orm
      .select()
      .from(visitRequest)
      .where(within(visitRequest.visitOn, span))
      .all()
      .map(({ id, visitOn, contactId, status }) => ({
        ...entry('visit-request', id, visitOn ?? '', [contactId]),
        isOver: status === 'held',
        isOff: status === 'refused',
      })),

  release: ({ orm }, span) =>
    orm
      .select()
      .from(custody)
      .where(within(custody.releasedOn, span))
      .all()
      .map(({ id, releasedOn, contactId }) => ({
        ...entry('custody', id, releasedOn ?? '', [contactId]),
        isOver: true,
      })),

  'consent-review': (store, span) => consentDates(store, span, 'review'),
  'consent-expiry': (store, span) => consentDates(store, span, 'expires'),

  'action-due': ({ orm }, span) =>
    orm
      .select()
      .from(action)
      .where(within(action.dueOn, span))
      .all()
      .map(({ id, dueOn, subjectIds, title, status }) => ({
        ...entry('action', id, dueOn ?? '', subjectIds, title),
        isOver: status === 'done',
        isOff: status === 'cancelled',
      })),

  'action-review': (store, span, today) => actionReviews(store, span, today),

  'risk-review': ({ orm }, span) =>
    orm
      .select()
      .from(riskAssessment)
      .where(
        and(
          within(riskAssessment.reviewOn, span),
          // A later assessment is the review that an earlier one asked for.
          sql`NOT EXISTS (SELECT 1 FROM risk_assessment later
              WHERE later.contact_id = ${riskAssessment.contactId}
                AND (later.assessed_on, later.id)
                  > (${riskAssessment.assessedOn}, ${riskAssessment.id}))`,
        ),
      )
      .all()
      .map(({ id, reviewOn, contactId }) =>
        entry('risk-assessment', id, reviewOn ?? '', [contactId]),
      ),

  'plan-review': ({ orm }, span) =>
    orm
      .select()
      .from(plan)
      .where(within(plan.reviewOn, span))
      .all()
      .map(({ id, reviewOn, subjectIds, title, state }) => ({
        ...entry('plan', id, reviewOn ?? '', subjectIds, title),
        isOver: state === 'closed',
      })),

  meeting: ({ orm }, { from, to }) =>
    orm
      .select({
        id: meetingLog.id,
        startedAt: meetingLog.startedAt,
        timeZone: meetingLog.timeZone,
        title: meetingLog.title,
        participants: meetingLog.participants,
        sensitivity: meetingLog.sensitivity,
        state: meetingLog.state,
      })
      .from(meetingLog)
      .where(and(gte(meetingLog.startedAt, from), lt(meetingLog.startedAt, `${to}U`)))
      .all()
      .map(({ id, startedAt, timeZone, title, participants, sensitivity, state }) => ({
        ...entry(
          'meeting-log',
          id,
          startedAt.slice(0, 10),
          [...new Set(participants.flatMap(({ contactId }) => contactId ?? []))],
          title,
        ),
        ...{ time: startedAt.slice(11), timeZone },
        isOver: state === 'sealed',
        isCloselyHeld: sensitivity === 'closely-held',
      })),

  // A day that was planned, or the one by which the rhythm wants it.
  'next-contact': (store, span, today) =>
    rhythmStandings(store, today).flatMap(({ id, nextOn }) =>
      nextOn !== null && isIn(span, nextOn) ? [entry('contact', id, nextOn, [id])] : [],
    ),

  promise: ({ orm }, span) =>
    orm
      .select()
      .from(promise)
      .where(within(promise.dueOn, span))
      .all()
      .map(({ id, dueOn, contactId, text, state }) => ({
        ...entry('promise', id, dueOn ?? '', [contactId], text),
        isOver: state !== 'open',
      })),

  'follow-up': ({ orm }, span) =>
    orm
      .select()
      .from(followUp)
      .where(within(followUp.dueOn, span))
      .all()
      .map(({ id, dueOn, contactId, text, state }) => ({
        ...entry('follow-up', id, dueOn ?? '', contactId === null ? [] : [contactId], text),
        isOver: state !== 'open',
      })),

  task: (store, span, today) =>
    taskRows(store, { until: span.to }, today).flatMap((row) => {
      const { id, step, startedBy, text, dueOn, state, action: of, contacts } = row;
      // A contact to be made is a kind of its own.
      if (startedBy === PLANNED_CONTACT_STEP || dueOn === null || !isIn(span, dueOn)) return [];
      const record = id === null ? of && refTo('action', of.id) : refTo('task', id);
      if (record === null) return [];
      const contactIds = contacts.map((contact) => contact.id);
      return {
        ...entry(record.type, record.id, dueOn, contactIds, text ?? of?.title ?? null),
        ...{ step: text === null ? step : null, startedBy },
        isOver: state === 'done',
        isOff: state === 'dropped',
      };
    }),
};

function refTo(type: RecordType, id: string): RecordRef {
  return { type, id };
}

function isIn({ from, to }: Span, day: string): boolean {
  return from <= day && day <= to;
}

function within(column: SQLiteColumn, { from, to }: Span) {
  return between(column, from, to);
}

function entry(
  type: RecordType,
  id: string,
  on: string,
  contactIds: readonly string[],
  title: string | null = null,
): Found {
  return {
    record: refTo(type, id),
    ...{ on, title, contactIds },
    ...{ time: null, timeZone: null, purpose: null, step: null, startedBy: null, months: null },
    ...{ isOver: false, isOff: false },
  };
}

function consentDates(store: ReadStore, { from, to }: Span, which: 'review' | 'expires'): Found[] {
  return consentsDueBy(store, to)
    .filter(({ on, why }) => why === which && on >= from)
    .map(({ contactId, purpose, on }) => ({
      ...entry('contact', contactId, on, [contactId]),
      purpose,
    }));
}

/** "To assess, on a regular basis, the impact": one, three, six months after an action was done. */
function actionReviews({ orm }: ReadStore, span: Span, today: string): Found[] {
  // A month is 31 days at most, and a day that it does not have is its last.
  const earliest = datePlus(span.from, { days: -31 * Math.max(...REVIEW_MONTHS) });
  const done = orm
    .select()
    .from(action)
    .where(and(eq(action.status, 'done'), between(action.doneOn, earliest, span.to)))
    .all();
  const ids = done.map(({ id }) => id);
  const made = groupBy(
    orm
      .select({ actionId: actionReview.actionId, months: actionReview.months })
      .from(actionReview)
      .where(isOneOf(actionReview.actionId, ids))
      .all(),
    ({ actionId }) => actionId,
  );
  return done.flatMap(({ id, doneOn, subjectIds, title }) => {
    const months = (made.get(id) ?? []).map((review) => review.months);
    return reviewSteps(doneOn ?? '', months, today)
      .filter(({ dueOn }) => isIn(span, dueOn))
      .map((step) => ({
        ...entry('action', id, step.dueOn, subjectIds, title),
        months: step.months,
        isOver: step.state === 'made',
        isOff: step.state === 'passed',
      }));
  });
}
