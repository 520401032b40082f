import type { ActionType } from './vocabulary/action.ts';
import type { Pledge } from './vocabulary/pledge.ts';

/**
 * The pledge that an action of a type plainly serves, by the paper's own words; for most types
 * there is none, and the officer says. A suggestion is never counted as one.
 */
const PLAINLY_SERVES: Partial<Record<ActionType, Pledge>> = {
  // "bilateral and multilateral, to create stronger global standards"
  resolution: 'all-routes',
  'upr-recommendation': 'all-routes',
  'special-procedures': 'all-routes',
  'third-party-responsibilities': 'all-routes',
  'reprisals-follow-up': 'all-routes',
  'cso-access': 'all-routes',
  // "practical in-country support"
  'ngo-referral': 'practical-support',
  'capacity-building': 'practical-support',
  'trial-observation': 'practical-support',
  'detention-visit': 'practical-support',
  'workplace-visit': 'practical-support',
  'meeting-place': 'practical-support',
  // "in English and local languages"
  'local-press-release': 'publish',
};

/** The pledge to suggest for an action, unless it is tied to that pledge already. */
export function suggestedPledge(action: {
  readonly type: ActionType;
  readonly pledges: readonly Pledge[] | null;
}): Pledge | null {
  const pledge = PLAINLY_SERVES[action.type] ?? null;
  return pledge !== null && action.pledges?.includes(pledge) !== true ? pledge : null;
}
