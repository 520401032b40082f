import { describe, expect, it } from 'vitest';
import {
  ratingAt,
  withRating,
  worstFirst,
} from '../../../../../src/renderer/features/risks/ratings.ts';
import type { RiskRating } from '../../../../../src/shared/model/risk-assessment.ts';

function rating(
  risk: RiskRating['risk'],
  bearer: RiskRating['bearer'],
  likelihood = 3,
  severity = 3,
): RiskRating {
  return { risk, bearer, likelihood, severity, note: null };
}

const impunity = rating('impunity', 'defender');
const threats = rating('threats-violence-killings', 'family', 5, 5);
const threatsToDefender = rating('threats-violence-killings', 'defender', 1, 4);

describe('the grid of ratings', () => {
  it('is kept in the order of the paper, however it was filled', () => {
    const filled = [impunity, threats, threatsToDefender].reduce<RiskRating[]>(
      (all, one) => withRating(all, one, one),
      [],
    );
    expect(filled).toEqual([threatsToDefender, threats, impunity]);
  });

  it('has one rating for each cell, which can be changed and taken out', () => {
    const worse = { ...impunity, likelihood: 5 };
    const changed = withRating([threats, impunity], impunity, worse);
    expect([
      changed,
      ratingAt(changed, { risk: 'impunity', bearer: 'defender' }),
      ratingAt(changed, { risk: 'impunity', bearer: 'family' }),
      withRating(changed, impunity, null),
    ]).toEqual([[threats, worse], worse, null, [threats]]);
  });

  it('is read from the worst on', () => {
    expect(worstFirst([threatsToDefender, impunity, threats])).toEqual([
      threats,
      impunity,
      threatsToDefender,
    ]);
  });
});
