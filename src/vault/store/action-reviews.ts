import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { ActionReview } from '../../shared/model/action-review.ts';
import { type ReviewStep, reviewSteps } from '../../shared/model/review-due.ts';
import { action, actionReview } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { contactLabels } from './labels.ts';
import { groupBy } from './group-by.ts';
import { isOneOf } from './id-list.ts';

export function findActionReview(store: ReadStore, id: string): ActionReview | null {
  return store.orm.select().from(actionReview).where(eq(actionReview.id, id)).get() ?? null;
}

/** The reviews of these actions, or of all, the latest first. */
export function listActionReviews(
  store: ReadStore,
  actionIds?: readonly string[],
): readonly ActionReview[] {
  return store.orm
    .select()
    .from(actionReview)
    .where(actionIds && isOneOf(actionReview.actionId, actionIds))
    .orderBy(desc(actionReview.reviewedOn), desc(actionReview.id))
    .all();
}

/** A review of an action that has fallen due and was not made. */
export interface ActionReviewDue {
  readonly actionId: string;
  readonly actionTitle: string;
  readonly actionType: (typeof action.$inferSelect)['type'];
  readonly doneOn: string;
  readonly subjects: readonly { readonly id: string; readonly label: string }[];
  readonly months: ReviewStep['months'];
  readonly dueOn: string;
}

/** Reviews due by a day (one day later in their stead those that follow), the soonest first. */
export function actionReviewsDue(store: ReadStore, until: string): ActionReviewDue[] {
  const done = store.orm
    .select({
      id: action.id,
      title: action.title,
      type: action.type,
      doneOn: action.doneOn,
      subjectIds: action.subjectIds,
    })
    .from(action)
    .where(and(eq(action.status, 'done'), isNotNull(action.doneOn)))
    .all();
  const made = groupBy(listActionReviews(store), (review) => review.actionId);
  const due = done.flatMap((row) => {
    const { doneOn } = row;
    if (doneOn === null) return [];
    const months = (made.get(row.id) ?? []).map((review) => review.months);
    const step = reviewSteps(doneOn, months, until).find((one) => one.state === 'due');
    return step === undefined ? [] : [{ ...row, doneOn, months: step.months, dueOn: step.dueOn }];
  });
  const labels = contactLabels(
    store,
    due.flatMap((row) => row.subjectIds),
  );
  return due
    .map(({ id, title, type, subjectIds, ...rest }) => ({
      actionId: id,
      actionTitle: title,
      actionType: type,
      subjects: subjectIds.map((contactId) => ({
        id: contactId,
        label: labels.get(contactId) ?? '',
      })),
      ...rest,
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
