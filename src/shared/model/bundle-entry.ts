import { z } from 'zod';
import { BUNDLE_KINDS } from './bundle-kind.ts';
import { bundleDocument } from './documents/bundle-document.ts';
import {
  calendarDate,
  instant,
  optionalShortText,
  recordId,
  sha256Hex,
  shortText,
} from './primitives.ts';
import { CONSENT_AUDIENCES } from './vocabulary/consent.ts';

/** One line of the register of bundles that left or entered this vault. The id is the bundle's. */
export const bundleEntryFields = z.strictObject({
  direction: z.enum(['out', 'in']),
  kind: z.enum(BUNDLE_KINDS),
  counterpartId: recordId,
  counterpartName: shortText,
  counterpartVerified: z.boolean(),
  /** Null for the kinds that tell of no contact. */
  audience: z.enum(CONSENT_AUDIENCES).nullable(),
  sequence: z.number().int().positive(),
  sha256: sha256Hex,
  /** Of the bundle before it; null for the first, and where it was not kept. */
  previousSha256: sha256Hex.nullable().default(null),
  /** Whoever holds it signed the bundle, and counts by it; null where it was not kept. */
  signingKey: z.string().max(60).nullable().default(null),
  sizeBytes: z.number().int().nonnegative(),
  at: instant,
  contactIds: z.array(recordId).max(20_000),
  recordCount: z.number().int().nonnegative(),
  /** What a receipt, a request or statistics say; null for bundles of records. */
  document: bundleDocument.nullable().default(null),
  /** What a share is for. */
  purpose: optionalShortText.default(null),
  /** The last day of a share. */
  until: calendarDate.nullable().default(null),
  /** The day a share was taken back. */
  revokedOn: calendarDate.nullable().default(null),
});
export type BundleEntryFields = z.infer<typeof bundleEntryFields>;
export type BundleEntry = BundleEntryFields & { readonly id: string };
