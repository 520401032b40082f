import type { RiskAssessment, RiskRating } from './risk-assessment.ts';
import type { RiskLevel } from './vocabulary/contact.ts';

/** The assessment that counts: of the latest day, and of that day the one recorded last. */
export function newestAssessment<Assessment extends Pick<RiskAssessment, 'id' | 'assessedOn'>>(
  assessments: readonly Assessment[],
): Assessment | null {
  const [first, ...others] = assessments;
  if (first === undefined) return null;
  return others.reduce((newest, each) => (isNewer(each, newest) ? each : newest), first);
}

function isNewer(
  a: Pick<RiskAssessment, 'id' | 'assessedOn'>,
  b: Pick<RiskAssessment, 'id' | 'assessedOn'>,
): boolean {
  return a.assessedOn === b.assessedOn ? a.id > b.id : a.assessedOn > b.assessedOn;
}

/** Likelihood times severity, from 1 to 25, from which each level begins. */
const LEVEL_FROM: readonly (readonly [level: RiskLevel, score: number])[] = [
  ['extreme', 16],
  ['high', 10],
  ['medium', 5],
  ['low', 1],
];

/** The level of one rating: its likelihood times its severity, as in any five by five matrix. */
export function ratingLevel({
  likelihood,
  severity,
}: Pick<RiskRating, 'likelihood' | 'severity'>): RiskLevel {
  const score = likelihood * severity;
  return LEVEL_FROM.find(([, from]) => score >= from)?.[0] ?? 'low';
}

/**
 * The level that the ratings speak for: that of the worst of them, null without any. A hint; the
 * officer judges. Risks to "their communities and their families" weigh as the defender's own.
 */
export function suggestedLevel(
  ratings: readonly Pick<RiskRating, 'likelihood' | 'severity'>[],
): RiskLevel | null {
  const levels = new Set(ratings.map(ratingLevel));
  return LEVEL_FROM.find(([level]) => levels.has(level))?.[0] ?? null;
}
