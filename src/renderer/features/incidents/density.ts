import { NINE_RISKS, type NineRisk } from '../../../shared/model/vocabulary/risk.ts';

export interface DensityEntry {
  readonly month: string;
  readonly risk: NineRisk;
  readonly count: number;
}

export interface DensityRow {
  readonly risk: NineRisk;
  /** One number for each month, oldest first. */
  readonly counts: readonly number[];
  readonly total: number;
}

/**
 * The risks that had incidents in these months, in the order of the policy paper, each with its
 * number in each month. Months outside are left out.
 */
export function densityRows(
  entries: readonly DensityEntry[],
  months: readonly string[],
): DensityRow[] {
  return NINE_RISKS.flatMap((risk) => {
    const byMonth = new Map(
      entries.filter((entry) => entry.risk === risk).map((entry) => [entry.month, entry.count]),
    );
    const counts = months.map((month) => byMonth.get(month) ?? 0);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return total === 0 ? [] : [{ risk, counts, total }];
  });
}

/** The radius of a dot, so that its area grows with the number; in units of a cell 20 wide. */
export function dotRadius(count: number): number {
  return Math.min(9, 3 * Math.sqrt(count));
}
