import type { z } from 'zod';
import type { calls, Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import type { ActionReview } from '../../shared/model/action-review.ts';
import { actionBeganOn, lastPossibleDay } from '../../shared/model/backlash.ts';
import { reviewSteps } from '../../shared/model/review-due.ts';
import { ok } from '../../shared/outcome.ts';
import { findAction } from '../store/actions.ts';
import { actionReviewsDue, findActionReview, listActionReviews } from '../store/action-reviews.ts';
import { incidentLinesById, incidentsOfVictims } from '../store/incidents-of-victims.ts';
import { contactLabels } from '../store/labels.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { reviewedAction, reviewRows } from './review-rows.ts';
import { write } from './write.ts';

/** Reviews of what was done: did it help, did it cost them, what do they say. */
export const reviewHandlers: Handlers<Calls, 'vault', VaultContext>['reviews'] = {
  due: ({ store }, { until }) =>
    ok(actionReviewsDue(store, until).map((due) => ({ ...due, subjects: [...due.subjects] }))),

  list: ({ store }) => ok(reviewRows(store, listActionReviews(store))),

  get: ({ store }, { id }) => {
    const review = findActionReview(store, id);
    const row = review && reviewRows(store, [review])[0];
    return row ? ok(row) : notFound('action-review', id);
  },

  ofAction: ({ store, today }, { actionId }) => {
    const action = findAction(store, actionId);
    if (action === null) return notFound('action', actionId);
    const reviews = listActionReviews(store, [actionId]);
    const { status, doneOn, subjectIds } = action;
    const began = actionBeganOn(action);
    const since =
      began === null
        ? []
        : incidentsOfVictims(store, subjectIds).filter((one) => lastPossibleDay(one) >= began);
    return ok({
      action: reviewedAction(action, contactLabels(store, subjectIds)),
      reviews: reviewRows(store, reviews),
      steps:
        status === 'done' && doneOn !== null
          ? [
              ...reviewSteps(
                doneOn,
                reviews.map((review) => review.months),
                today(),
              ),
            ]
          : [],
      since: since.map(({ id, title, act, occurredOn, precision }) => ({
        ...{ id, title, act, occurredOn, precision },
      })),
    });
  },

  save: (context, { id, fields }) => {
    const { store } = context;
    const before = id === null ? null : findActionReview(store, id);
    if (id !== null && before === null) return notFound('action-review', id);
    const refused = refusal(context, fields, before);
    if (refused !== null) return refused;
    const kept = { ...fields, incidentIds: [...new Set(fields.incidentIds)] };
    const { value, changeSetId } = write(context, id === null ? 'create' : 'edit', (writer) => {
      if (before === null) return writer.create('action-review', kept);
      writer.update('action-review', before.id, kept);
      return before.id;
    });
    return ok({ id: value, changeSetId });
  },

  remove: (context, { id }) => {
    if (findActionReview(context.store, id) === null) return notFound('action-review', id);
    const { changeSetId } = write(context, 'remove', (writer) => {
      writer.remove('action-review', id);
    });
    return ok({ id, changeSetId });
  },
};

type Fields = z.output<typeof calls.reviews.save.arg>['fields'];
type Refusal = {
  readonly ok: false;
  readonly failure: FailuresOf<typeof calls.reviews.save>;
};

/** Why a review cannot be saved as given; null where it can. */
function refusal(
  { store, today }: VaultContext,
  fields: Fields,
  before: ActionReview | null,
): Refusal | null {
  if (before !== null && before.actionId !== fields.actionId) {
    return invalid(['fields', 'actionId'], 'of-another-action');
  }
  const action = findAction(store, fields.actionId);
  if (action === null) return notFound('action', fields.actionId);
  const { doneOn } = action;
  if (action.status !== 'done' || doneOn === null) {
    return invalid(['fields', 'actionId'], 'action-not-done');
  }
  if (fields.reviewedOn < doneOn) return invalid(['fields', 'reviewedOn'], 'before-action');
  if (fields.reviewedOn > today()) return invalid(['fields', 'reviewedOn'], 'in-the-future');
  const same = listActionReviews(store, [fields.actionId]).find(
    (review) => review.months === fields.months && review.id !== before?.id,
  );
  if (same !== undefined) return invalid(['fields', 'months'], 'already-reviewed');
  // One linked before stays linked, though removed since; only a new one must be known.
  const added = fields.incidentIds.filter((id) => before?.incidentIds.includes(id) !== true);
  const known = incidentLinesById(store, added);
  const unknown = added.find((id) => !known.has(id));
  return unknown === undefined ? null : notFound('incident', unknown);
}
