import { z } from 'zod';
import { bundleEntryFields } from '../model/bundle-entry.ts';
import { bundleDocument } from '../model/documents/bundle-document.ts';
import { recordId } from '../model/primitives.ts';
import { keyType } from './bundles.ts';
import { vaultCall } from './define.ts';
import { fileToken } from './parts.ts';

const sentDocument = z.strictObject({
  bundleId: recordId,
  sizeBytes: z.number().int(),
  sha256: z.string(),
});

const sendFailures = [
  'not-found',
  'recipient-revoked',
  'preview-outdated',
  'file-not-granted',
  'file-unreadable',
  'bundle-too-large',
  'cancelled',
] as const;

/** Bundles that change no record: receipts, requests, statistics for capital. */
export const documents = {
  /** What such a bundle says; it is kept with its line in the register. */
  ofBundle: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: z.strictObject({
      bundle: z.strictObject({ ...bundleEntryFields.omit({ document: true }).shape, id: recordId }),
      document: bundleDocument,
      /** The names of the contacts in it, as far as they are known here. */
      contacts: z.array(z.strictObject({ id: recordId, label: z.string() })),
    }),
    failures: ['not-found'],
  }),
  /**
   * Seals the assessment of a year for an officer in capital. The document of the year has to have
   * been made: what is sent is what it says.
   */
  sendStatistics: vaultCall({
    arg: z.strictObject({
      year: z.number().int().min(1900).max(9999),
      recipientId: recordId,
      keyType,
      file: fileToken,
    }),
    result: sentDocument,
    failures: ['nothing-to-export', ...sendFailures],
  }),
  /** Seals the receipt of a bundle that was taken in, for whoever sent it. */
  sendReceipt: vaultCall({
    arg: z.strictObject({ bundleId: recordId, keyType, file: fileToken }),
    result: sentDocument,
    failures: sendFailures,
  }),
  /** Seals a request that is kept here (contract/entrustments.ts), for whom it asks. */
  sendRequest: vaultCall({
    arg: z.strictObject({ entrustmentId: recordId, keyType, file: fileToken }),
    result: sentDocument,
    failures: ['entrustment-settled', ...sendFailures],
  }),
} as const;
