import type { RiskRating } from '../../../shared/model/risk-assessment.ts';
import { NINE_RISKS, RISK_BEARERS } from '../../../shared/model/vocabulary/risk.ts';

export type RatedCell = Pick<RiskRating, 'risk' | 'bearer'>;

export function ratingAt<Rating extends RatedCell>(
  ratings: readonly Rating[],
  cell: RatedCell,
): Rating | null {
  return ratings.find((one) => one.risk === cell.risk && one.bearer === cell.bearer) ?? null;
}

/**
 * The ratings with one put in, or taken out where `rating` is null; in the order of the grid, so
 * that equal grids are equal lists and the history shows no change where there is none.
 */
export function withRating<Rating extends RatedCell>(
  ratings: readonly Rating[],
  cell: RatedCell,
  rating: Rating | null,
): Rating[] {
  const others = ratings.filter((one) => one.risk !== cell.risk || one.bearer !== cell.bearer);
  const all = rating === null ? others : [...others, rating];
  return all.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The worst first; of equals, in the order of the grid. */
export function worstFirst<Rating extends RiskRating>(ratings: readonly Rating[]): Rating[] {
  return [...ratings].sort(
    (a, b) => b.likelihood * b.severity - a.likelihood * a.severity || placeOf(a) - placeOf(b),
  );
}

function placeOf({ risk, bearer }: RatedCell): number {
  return NINE_RISKS.indexOf(risk) * RISK_BEARERS.length + RISK_BEARERS.indexOf(bearer);
}
