import { z } from 'zod';
import { instant, recordId, sha256Hex, shortText } from '../model/primitives.ts';
import { nothing, vaultCall } from './define.ts';
import { fileToken } from './parts.ts';

/** Larger ones stay on the medium they came on. */
export const CARRIED_MAX_BYTES = 256 * 1024 * 1024;

export const carriedBundleView = z.strictObject({
  id: recordId,
  fileName: z.string(),
  sha256: sha256Hex,
  sizeBytes: z.number().int(),
  fromName: z.string(),
  forName: z.string(),
  takenAt: instant,
  handedOnAt: instant.nullable(),
  /** Its bytes are gone since; null while they are here. */
  forgottenAt: instant.nullable(),
});
export type CarriedBundleView = z.infer<typeof carriedBundleView>;

/** Bundles of colleagues that are carried unread and unaltered to somebody else. */
export const courier = {
  list: vaultCall({ arg: nothing, result: z.array(carriedBundleView) }),
  /** Keeps the bytes of a bundle that is for somebody else. Nothing of it is decrypted. */
  take: vaultCall({
    arg: z.strictObject({ file: fileToken, fromName: shortText, forName: shortText }),
    result: z.strictObject({ id: recordId, isNew: z.boolean() }),
    failures: [
      'file-not-granted',
      'file-unreadable',
      'file-too-large',
      'bundle-not-age',
      'bundle-truncated',
      'bundle-malformed',
      'bundle-for-us',
    ],
  }),
  /** Writes the same bytes to a file. */
  handOn: vaultCall({
    arg: z.strictObject({ id: recordId, file: fileToken }),
    result: z.strictObject({ sha256: sha256Hex, sizeBytes: z.number().int() }),
    failures: ['not-found', 'file-not-granted', 'file-unreadable'],
  }),
  /** Drops the bytes for good. That it was carried stays in the list. */
  forget: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: nothing,
    failures: ['not-found'],
  }),
} as const;
