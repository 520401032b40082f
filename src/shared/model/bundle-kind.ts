/** What a bundle is for; docs/bundle-format.md says what each kind holds. */
export const BUNDLE_KINDS = [
  'handover',
  'update',
  'share',
  'statistics',
  'receipt',
  'request',
] as const;
export type BundleKind = (typeof BUNDLE_KINDS)[number];
