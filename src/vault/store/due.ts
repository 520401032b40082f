import { sql } from 'drizzle-orm';
import type { DueKind } from '../../shared/contract/today.ts';
import type { ReadStore } from '../db/store.ts';
import { riskReviewsDue } from './risk-assessments.ts';

/** Something to do by a day, with the ids of what it is about. */
export interface Due {
  readonly kind: DueKind;
  readonly id: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly contactIds: readonly string[];
  readonly actionId: string | null;
  readonly meetingLogId: string | null;
  readonly planId: string | null;
}

/** Open follow-ups due by a day, and those without a day. */
export function followUpsDue(store: ReadStore, until: string): Due[] {
  return dues(
    'follow-up',
    store.orm.all(sql`
      SELECT id, text, due_on AS dueOn, contact_id AS contactId, meeting_log_id AS meetingLogId
      FROM follow_up WHERE state = 'open' AND (due_on IS NULL OR due_on <= ${until})`),
  );
}

/** Open tasks due by a day. */
export function tasksDueBy(store: ReadStore, until: string): Due[] {
  return dues(
    'task',
    store.orm.all(sql`
      SELECT id, text, due_on AS dueOn, contact_id AS contactId, action_id AS actionId
      FROM task WHERE state = 'open' AND due_on <= ${until}`),
  );
}

/** Actions not yet done or cancelled that are to be done by a day. */
export function actionsDue(store: ReadStore, until: string): Due[] {
  return dues(
    'action',
    store.orm.all(sql`
      SELECT id, title AS text, due_on AS dueOn, subject_ids AS contactIds, id AS actionId
      FROM action WHERE status IN ('planned', 'in-progress') AND due_on <= ${until}`),
  );
}

/** Open plans to be looked at again by a day. */
export function planReviewsDue(store: ReadStore, until: string): Due[] {
  return dues(
    'plan-review',
    store.orm.all(sql`
      SELECT id, title AS text, review_on AS dueOn, subject_ids AS contactIds, id AS planId
      FROM plan WHERE state = 'open' AND review_on <= ${until}`),
  );
}

/** Assessments of risk, the newest of each contact, to be looked at again by a day. */
export function riskReviewsDueBy(store: ReadStore, until: string): Due[] {
  const found = riskReviewsDue(store, until);
  return dues(
    'risk-review',
    found.map(({ id, reviewOn, contactId }) => ({ id, text: '', dueOn: reviewOn, contactId })),
  );
}

interface Found {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly contactId?: string | null;
  /** A JSON list. */
  readonly contactIds?: string;
  readonly actionId?: string | null;
  readonly meetingLogId?: string;
  readonly planId?: string;
}

function dues(kind: DueKind, found: readonly Found[]): Due[] {
  return found.map(
    ({ id, text, dueOn, contactId, contactIds, actionId, meetingLogId, planId }) => ({
      ...{ kind, id, text, dueOn },
      contactIds:
        contactIds === undefined
          ? contactId === null || contactId === undefined
            ? []
            : [contactId]
          : (JSON.parse(contactIds) as string[]),
      actionId: actionId ?? null,
      meetingLogId: meetingLogId ?? null,
      planId: planId ?? null,
    }),
  );
}
