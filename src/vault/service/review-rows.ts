import type { ReviewRow } from '../../shared/contract/reviews.ts';
import type { Action } from '../../shared/model/action.ts';
import type { ActionReview } from '../../shared/model/action-review.ts';
import type { ReadStore } from '../db/store.ts';
import { actionsByIds } from '../store/actions.ts';
import { incidentLinesById } from '../store/incidents-of-victims.ts';
import { contactLabels } from '../store/labels.ts';

type Reviewed = Pick<ReviewRow, 'actionId' | 'actionTitle' | 'actionType' | 'doneOn' | 'subjects'>;

/** What a review shows of the action that it is about. */
export function reviewedAction(
  action: Pick<Action, 'id' | 'title' | 'type' | 'doneOn' | 'subjectIds'>,
  labels: ReadonlyMap<string, string>,
): Reviewed {
  return {
    actionId: action.id,
    actionTitle: action.title,
    actionType: action.type,
    doneOn: action.doneOn,
    subjects: action.subjectIds.map((id) => ({ id, label: labels.get(id) ?? '' })),
  };
}

/** The rows of these reviews, in their order; one whose action is gone is left out. */
export function reviewRows(store: ReadStore, reviews: readonly ActionReview[]): ReviewRow[] {
  const actions = new Map(
    actionsByIds(store, [...new Set(reviews.map((review) => review.actionId))]).map((action) => [
      action.id,
      action,
    ]),
  );
  const labels = contactLabels(
    store,
    [...actions.values()].flatMap((action) => action.subjectIds),
  );
  const incidents = incidentLinesById(
    store,
    reviews.flatMap((review) => review.incidentIds),
  );
  return reviews.flatMap(({ incidentIds, ...review }) => {
    const action = actions.get(review.actionId);
    if (action === undefined) return [];
    return [
      {
        ...review,
        ...reviewedAction(action, labels),
        incidents: incidentIds.flatMap((id) => incidents.get(id) ?? []),
      },
    ];
  });
}
