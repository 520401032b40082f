import { parseDate } from '@internationalized/date';
import { REVIEW_MONTHS, type ReviewMonths } from './vocabulary/plan.ts';

/**
 * The day of a review: so many months after the action was done. A day that the month does not
 * have is its last (31 January, then 28 February).
 */
export function reviewDueOn(doneOn: string, months: ReviewMonths): string {
  return parseDate(doneOn).add({ months }).toString();
}

/** One of the three reviews of an action: when it falls due, and how it stands. */
export interface ReviewStep {
  readonly months: ReviewMonths;
  readonly dueOn: string;
  /** `passed`: it was not made, and a later one is made or has come due in its place. */
  readonly state: 'made' | 'due' | 'passed' | 'ahead';
}

/**
 * The three reviews of an action that is done, as they stand on a day. UK Support for Human Rights
 * Defenders, "UK pledge": "To assess, on a regular basis, the impact of UK activity". At most one is
 * due: a review that was let pass is not asked for once the next has come.
 * @param made The months for which there is a review.
 */
export function reviewSteps(
  doneOn: string,
  made: readonly ReviewMonths[],
  on: string,
): readonly ReviewStep[] {
  const latestMade = Math.max(0, ...made);
  const latestDue = REVIEW_MONTHS.filter((months) => reviewDueOn(doneOn, months) <= on).at(-1);
  return REVIEW_MONTHS.map((months) => {
    const dueOn = reviewDueOn(doneOn, months);
    if (made.includes(months)) return { months, dueOn, state: 'made' };
    if (months < latestMade || (latestDue !== undefined && months < latestDue)) {
      return { months, dueOn, state: 'passed' };
    }
    return { months, dueOn, state: dueOn <= on ? 'due' : 'ahead' };
  });
}
