import { endOfMonth, endOfYear, parseDate } from '@internationalized/date';
import type { Action } from './action.ts';
import type { ActionReview } from './action-review.ts';
import type { Incident } from './incident.ts';
import { reviewDueOn } from './review-due.ts';
import { REVIEW_MONTHS } from './vocabulary/plan.ts';

/*
 * The backlash check: what happened to the people an action was for, after it. "association with
 * foreign diplomats can sometimes create new risks" (UK Support for Human Rights Defenders,
 * "Supporting Human Rights Defenders internationally"). Nothing here says that an incident answers
 * an action; it says which ones somebody has to be asked about.
 */

type ActionDates = Pick<Action, 'status' | 'startedAt' | 'doneOn'>;
type IncidentDates = Pick<Incident, 'occurredOn' | 'precision' | 'endedOn'>;

/** The day on which something of an action left the mission; null where nothing has. */
export function actionBeganOn({ status, startedAt, doneOn }: ActionDates): string | null {
  if (status !== 'in-progress' && status !== 'done') return null;
  const days = [startedAt?.slice(0, 10) ?? null, doneOn].filter((day) => day !== null);
  // One recorded after the fact was done before it was moved.
  return days.sort()[0] ?? null;
}

/** The last day on which an incident can have happened, as its date is more or less exact. */
export function lastPossibleDay({ occurredOn, precision, endedOn }: IncidentDates): string {
  const day = parseDate(occurredOn);
  const last = {
    exact: day,
    approximate: day.add({ months: 1 }),
    'day-unknown': endOfMonth(day),
    'day-and-month-unknown': endOfYear(day),
  }[precision].toString();
  return endedOn !== null && endedOn > last ? endedOn : last;
}

/** Months after an action in which an incident is asked about: as long as it is reviewed. */
const ASKED_MONTHS = REVIEW_MONTHS[REVIEW_MONTHS.length - 1] ?? 6;

/**
 * Whether an incident can answer an action: it was done to someone the action was for, not before
 * it was begun, and no later than the action's last review. A date that is not exact counts where
 * it can have been after.
 */
export function mayAnswer(
  action: ActionDates & { readonly subjectIds: readonly string[] },
  incident: IncidentDates & { readonly victimIds: readonly string[] },
): boolean {
  const began = actionBeganOn(action);
  if (began === null || lastPossibleDay(incident) < began) return false;
  if (action.doneOn !== null && incident.occurredOn > reviewDueOn(action.doneOn, ASKED_MONTHS)) {
    return false;
  }
  return action.subjectIds.some((id) => incident.victimIds.includes(id));
}

/**
 * What the reviews of an action say of an incident: thought to answer it, looked at and not
 * thought so, or not asked yet.
 */
export type BacklashAnswer = 'linked' | 'not-linked' | 'open';

/** @param reviews Those of the one action. */
export function backlashAnswer(
  reviews: readonly Pick<ActionReview, 'reviewedOn' | 'incidentIds'>[],
  incident: IncidentDates & Pick<Incident, 'id'>,
): BacklashAnswer {
  if (reviews.some((review) => review.incidentIds.includes(incident.id))) return 'linked';
  return reviews.some((review) => review.reviewedOn >= lastPossibleDay(incident))
    ? 'not-linked'
    : 'open';
}
