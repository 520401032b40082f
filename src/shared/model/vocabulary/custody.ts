/** Where a defender stands with those who hold them. */
export const CUSTODY_STATES = [
  'arrested',
  'pre-trial-detention',
  'serving-sentence',
  'house-arrest',
  'disappeared',
  'released',
  'unknown',
] as const;
export type CustodyState = (typeof CUSTODY_STATES)[number];

export const HEARING_STAGES = [
  'first-appearance',
  'bail',
  'remand',
  'trial',
  'verdict',
  'sentencing',
  'appeal',
  'other',
] as const;
export type HearingStage = (typeof HEARING_STAGES)[number];

export const HEARING_STATUSES = ['scheduled', 'held', 'adjourned', 'cancelled'] as const;
export type HearingStatus = (typeof HEARING_STATUSES)[number];

export const OBSERVER_ROLES = ['lead', 'observer', 'interpreter', 'standby'] as const;

/** What became of a request to visit someone in detention. */
export const VISIT_STATUSES = ['requested', 'granted', 'refused', 'no-answer', 'held'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];
