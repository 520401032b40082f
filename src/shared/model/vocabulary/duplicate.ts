/** Why two contacts may be the same person. */
export const DUPLICATE_REASONS = [
  'same-name',
  'sounds-alike',
  'part-of-name',
  'one-letter-apart',
  'same-phone',
  'same-email',
  'same-handle',
  'same-organisation',
  'same-day',
  'same-place',
  'same-profession',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
