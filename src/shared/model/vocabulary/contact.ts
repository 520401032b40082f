export const CONTACT_KINDS = ['person', 'group', 'organisation'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const ORGANISATION_TYPES = [
  'cso',
  'ngo',
  'company',
  'authority',
  'media',
  'un-body',
  'other',
] as const;

/** A draft came from an import and nobody has looked at it yet. */
export const CONTACT_STATES = ['draft', 'active', 'archived'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export const NAME_KINDS = ['primary', 'alias', 'former', 'transliteration'] as const;

export const CONTACT_METHOD_KINDS = [
  'phone',
  'signal',
  'whatsapp',
  'telegram',
  'email',
  'post',
  'web',
  'in-person',
  'through-contact',
  'other',
] as const;
export type ContactMethodKind = (typeof CONTACT_METHOD_KINDS)[number];

/**
 * Groups at particular risk. UK Support for Human Rights Defenders, "Human Rights Defenders at
 * particular risk". Several may apply to one person.
 */
export const RISK_GROUPS = [
  'journalists-and-media-workers',
  'women-human-rights-defenders',
  'land-and-environmental',
  'lgbt',
  'indigenous-communities',
  'business-and-human-rights',
  'freedom-of-religion-or-belief',
] as const;
export type RiskGroup = (typeof RISK_GROUPS)[number];

/**
 * Whether the contact acts peacefully. The same paper, "Who are Human Rights Defenders?": who uses
 * or advocates violence is not considered a human rights defender.
 */
export const PEACEFUL_MEANS_STATUSES = ['not-assessed', 'under-review', 'met', 'not-met'] as const;
export type PeacefulMeansStatus = (typeof PEACEFUL_MEANS_STATUSES)[number];

/** How soon harm may come, as the officer judges it; sets the rhythm of contact. */
export const RISK_LEVELS = ['low', 'medium', 'high', 'extreme'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Read from the first contact to the second: "A is … of B". */
export const RELATIONSHIP_TYPES = [
  'family-of',
  'colleague-of',
  'lawyer-of',
  'trusted-proxy-of',
  'member-of',
  'introduced-by',
  'employed-by',
  'friend-of',
  'part-of',
  'suspected-attacker-of',
  'other',
] as const;
export type RelationshipType = (typeof RELATIONSHIP_TYPES)[number];

/**
 * Relationships that put one contact under, or after, another, by what they order: nobody belongs to
 * what belongs to them, and nobody was introduced by whom they introduced.
 */
export const ORDERING_RELATIONSHIPS: readonly (readonly RelationshipType[])[] = [
  ['member-of', 'part-of'],
  ['introduced-by'],
];
