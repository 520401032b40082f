import { z } from 'zod';
import { instant, recordId, sha256Hex, shortText } from './primitives.ts';
import { CONSENT_AUDIENCES } from './vocabulary/consent.ts';

export const BUNDLE_KINDS = [
  'handover',
  'update',
  'share',
  'backup',
  'statistics',
  'receipt',
] as const;

/** One line of the register of bundles that left or entered this vault. The id is the bundle's. */
export const bundleEntryFields = z.strictObject({
  direction: z.enum(['out', 'in']),
  kind: z.enum(BUNDLE_KINDS),
  counterpartId: recordId,
  counterpartName: shortText,
  counterpartVerified: z.boolean(),
  audience: z.enum(CONSENT_AUDIENCES),
  sequence: z.number().int().positive(),
  sha256: sha256Hex,
  sizeBytes: z.number().int().nonnegative(),
  at: instant,
  contactIds: z.array(recordId).max(20_000),
  recordCount: z.number().int().nonnegative(),
});
export type BundleEntryFields = z.infer<typeof bundleEntryFields>;
export type BundleEntry = BundleEntryFields & { readonly id: string };
