/**
 * Why a line of a vCard, or a whole card, was changed or refused. The report carries these codes;
 * the interface has a text for each.
 */
export const VCARD_REASONS = [
  // A line that was taken with a change
  'read-as-windows-1252',
  'read-as-utf-16',
  'quoted-printable-decoded',
  'old-parameter-form',
  'control-characters-removed',
  'direction-marks-removed',
  'line-breaks-removed',
  'shortened',
  'name-composed-from-parts',
  'moved-to-notes',
  'uri-shortened',
  'photo-type-differs',
  'version-missing',

  // A line that was refused
  'not-understood',
  'line-too-long',
  'parameters-too-long',
  'bad-encoding',
  'unknown-charset',
  'empty-value',
  'not-kept-by-design',
  'unknown-property',
  'too-many-values',
  'too-long',
  'unsafe-uri',
  'not-a-language',
  'nested-card',
  'links-not-kept',
  'second-photo',
  'photo-not-in-file',
  'photo-too-large',
  'photo-type-unknown',
  'photos-too-large-together',

  // A card, or a stretch of the file, that was refused
  'no-name',
  'not-a-contact',
  'version-unknown',
  'card-not-closed',
  'too-many-lines',
  'too-many-cards',
  'outside-card',
  'same-as-earlier-card',
  'does-not-fit',
] as const;
export type VcardReason = (typeof VCARD_REASONS)[number];
