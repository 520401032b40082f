/**
 * What a defender can agree to. UK Support for Human Rights Defenders, "Supporting Human Rights
 * Defenders internationally": consult before taking any action, and before any profile-raising.
 */
export const CONSENT_PURPOSES = [
  'hold-record',
  'meet',
  'visit-workplace',
  'share-inside-mission',
  'share-with-capital',
  'share-with-like-minded',
  'share-with-ngo',
  'share-with-un',
  'private-approach',
  'formal-demarche',
  'public-statement',
  'local-press-release',
  'social-media',
  'use-of-name',
  'use-of-photo',
  'attend-trial',
  'visit-in-detention',
  'referral',
  'invitation-to-event',
  'statistics',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Who would come to know. `any` covers every audience and is for the defender to say. */
export const CONSENT_AUDIENCES = [
  'any',
  'own-mission',
  'other-posts',
  'capital',
  'like-minded-missions',
  'ngo',
  'un',
  'authorities',
  'company',
  'media',
  'public',
] as const;
export type ConsentAudience = (typeof CONSENT_AUDIENCES)[number];

/** What was decided. A consent is never edited; a later event replaces it. */
export const CONSENT_DECISIONS = ['given', 'refused', 'withdrawn'] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

/** Who spoke: the defender, or someone close to them who could be reached when they could not. */
export const CONSENT_GIVERS = ['self', 'proxy'] as const;

export const CONSENT_CHANNELS = [
  'in-person',
  'phone',
  'secure-message',
  'email',
  'letter',
  'through-interpreter',
  'other',
] as const;

/** Relation of a proxy to the defender. */
export const PROXY_RELATIONS = [
  'family',
  'lawyer',
  'colleague',
  'trusted-proxy',
  'organisation',
  'friend',
  'other',
] as const;

/** Parts of a record that the defender asked us to leave out when it travels. */
export const WITHHELD_PARTS = [
  'photo',
  'contact-methods',
  'locality',
  'meeting-notes',
  'relationships',
  'risk',
  'incidents',
  'custody',
] as const;
export type WithheldPart = (typeof WITHHELD_PARTS)[number];

/** Grounds other than consent on which a record may be held and handed over. */
export const LEGITIMATE_GROUNDS = ['vital-interests', 'public-role', 'public-information'] as const;
