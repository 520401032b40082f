import type { ConsentAudience, ConsentPurpose } from './consent.ts';

/**
 * What a mission can do. UK Support for Human Rights Defenders, "Supporting Human Rights Defenders
 * internationally", "Multilateral system" and "Emergency help".
 */
export const ACTION_TYPES = [
  'private-approach',
  'senior-approach',
  'demarche',
  'public-statement',
  'local-press-release',
  'media-intervention',
  'social-media-post',
  'trial-observation',
  'detention-visit',
  'workplace-visit',
  'meeting-place',
  'seminar',
  'invitation',
  'public-recognition',
  'capacity-building',
  'company-approach',
  'women-peace-and-security',
  'ngo-referral',
  'resolution',
  'upr-recommendation',
  'special-procedures',
  'reprisals-follow-up',
  'third-party-responsibilities',
  'cso-access',
] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** Those that go through the United Nations ("Multilateral system" of the paper). */
export const MULTILATERAL_TYPES = [
  'resolution',
  'upr-recommendation',
  'special-procedures',
  'reprisals-follow-up',
  'third-party-responsibilities',
  'cso-access',
] as const satisfies readonly ActionType[];

/**
 * Planned: decided on, nothing has left the mission. The gate stands between `planned` and the
 * states that follow it.
 */
export const ACTION_STATUSES = ['planned', 'in-progress', 'done', 'cancelled'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What the action asks of each subject: a live consent for each purpose, towards the audience. */
export interface ActionRule {
  readonly purposes: readonly ConsentPurpose[];
  readonly defaultAudience: ConsentAudience;
  /** Profile-raising: "association with foreign diplomats can sometimes create new risks". */
  readonly profileRaising: boolean;
}

/** One row for each action type: the consents it needs before it may leave `planned`. */
export const ACTION_RULES: Record<ActionType, ActionRule> = {
  'private-approach': rule(['private-approach'], 'authorities'),
  'senior-approach': rule(['private-approach'], 'authorities'),
  demarche: rule(['formal-demarche'], 'authorities'),
  'public-statement': rule(['public-statement', 'use-of-name'], 'public', true),
  'local-press-release': rule(['local-press-release', 'use-of-name'], 'media', true),
  'media-intervention': rule(['public-statement', 'use-of-name'], 'media', true),
  'social-media-post': rule(['social-media', 'use-of-name'], 'public', true),
  'trial-observation': rule(['attend-trial'], 'authorities', true),
  'detention-visit': rule(['visit-in-detention'], 'authorities', true),
  'workplace-visit': rule(['visit-workplace'], 'public', true),
  'meeting-place': rule(['meet'], 'own-mission'),
  seminar: rule(['meet'], 'public', true),
  invitation: rule(['invitation-to-event'], 'public', true),
  'public-recognition': rule(['public-statement', 'use-of-name'], 'public', true),
  'capacity-building': rule(['referral'], 'ngo'),
  'company-approach': rule(['private-approach'], 'company'),
  'women-peace-and-security': rule(['invitation-to-event'], 'public', true),
  'ngo-referral': rule(['referral', 'share-with-ngo'], 'ngo'),
  resolution: rule(['share-with-un'], 'un'),
  'upr-recommendation': rule(['share-with-un'], 'un'),
  'special-procedures': rule(['share-with-un'], 'un'),
  'reprisals-follow-up': rule(['share-with-un'], 'un'),
  'third-party-responsibilities': rule(['private-approach'], 'company'),
  'cso-access': rule(['share-with-un'], 'un'),
};

function rule(
  purposes: readonly ConsentPurpose[],
  defaultAudience: ConsentAudience,
  profileRaising = false,
): ActionRule {
  return { purposes, defaultAudience, profileRaising };
}
