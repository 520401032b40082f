import { z } from 'zod';
import { instant, recordId, sha256Hex, shortText } from '../primitives.ts';
import { BUNDLE_KINDS } from '../bundle-kind.ts';
import { isAscending } from './ascending.ts';

/** Most contacts that one bundle, and so one receipt, is about. */
const CONTACTS_MAX = 20_000;

/** "The receiver accepts or rejects per contact with a reason" (design/domain.md, "Handover"). */
const answer = z.discriminatedUnion('answer', [
  z.strictObject({ contactId: recordId, answer: z.literal('accepted') }),
  z.strictObject({ contactId: recordId, answer: z.literal('rejected'), reason: shortText }),
]);

/** Signed back by whoever took a bundle in: which one, when, and what became of each contact. */
export const receiptDocument = z.strictObject({
  bundleId: recordId,
  kind: z.enum(BUNDLE_KINDS),
  /** Of the file, as the sender's register has it. */
  sha256: sha256Hex,
  sequence: z.number().int().positive(),
  receivedAt: instant,
  /** Ascending by contact, each once. */
  contacts: z
    .array(answer)
    .max(CONTACTS_MAX)
    .refine((list) => isAscending(list.map(({ contactId }) => contactId)), {
      error: 'not-ascending',
    }),
});
export type ReceiptDocument = z.infer<typeof receiptDocument>;
