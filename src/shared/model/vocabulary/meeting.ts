export const MEETING_CHANNELS = [
  'in-person',
  'visit-at-workplace',
  'phone',
  'secure-call',
  'secure-message',
  'email',
  'event',
  'through-contact',
  'other',
] as const;

/** Draft: still being written. Sealed: never edited again; a correction is a linked new log. */
export const MEETING_LOG_STATES = ['draft', 'sealed'] as const;
export type MeetingLogState = (typeof MEETING_LOG_STATES)[number];

/** `closely-held` logs stay in the vault when a portfolio travels. */
export const SENSITIVITY_MARKINGS = ['normal', 'sensitive', 'closely-held'] as const;

export const PARTICIPANT_ROLES = [
  'defender',
  'officer',
  'interpreter',
  'proxy',
  'partner',
  'observer',
  'other',
] as const;

export const PROMISE_STATES = ['open', 'kept', 'broken', 'released'] as const;
export const FOLLOW_UP_STATES = ['open', 'done', 'dropped'] as const;
