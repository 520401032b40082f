/**
 * The nine risks. UK Support for Human Rights Defenders, "Key challenges Human Rights Defenders
 * face", in its order.
 */
export const NINE_RISKS = [
  'threats-violence-killings',
  'intimidation-harassment',
  'loss-of-livelihood',
  'slander-defamation',
  'stigmatisation',
  'regulatory-challenges',
  'criminalisation',
  'exile-disappearance-displacement',
  'impunity',
] as const;
export type NineRisk = (typeof NINE_RISKS)[number];

/** Whom a risk falls on: "The risks they, their communities and their families face". */
export const RISK_BEARERS = ['defender', 'family', 'community'] as const;
export type RiskBearer = (typeof RISK_BEARERS)[number];

/** Where things are going, as the assessing officer sees it. */
export const RISK_TRENDS = ['falling', 'steady', 'rising'] as const;
export type RiskTrend = (typeof RISK_TRENDS)[number];

/** Likelihood and severity are judged in five steps, 1 the least and 5 the most. */
export const RISK_STEPS = 5;
