import { z } from 'zod';
import { longText, recordId } from '../primitives.ts';
import { isAscending } from './ascending.ts';

/** Longest text of a request, in UTF-16 code units. */
export const REQUEST_TEXT_MAX = 4_000;
const requestText = longText.pipe(z.string().max(REQUEST_TEXT_MAX));
const contactIds = z
  .array(recordId)
  .max(20_000)
  .refine((ids) => isAscending(ids), { error: 'not-ascending' });

/** Asks a colleague, and says why: for contacts that they hold, or for what was lent to them back. */
export const requestDocument = z.discriminatedUnion('asks', [
  z
    .strictObject({
      asks: z.literal('contacts'),
      /** Where both know them; ascending, each once. */
      contactIds,
      /** Whom it is about, where their records are not here; may be empty. */
      description: requestText,
      reason: requestText.pipe(z.string().regex(/\S/u)),
    })
    .refine((asked) => asked.contactIds.length > 0 || /\S/u.test(asked.description), {
      error: 'asks-for-nobody',
    }),
  z.strictObject({
    asks: z.literal('return'),
    /** The bundle in which the sender of this request lent or handed over these contacts. */
    bundleId: recordId,
    contactIds: contactIds.min(1),
    reason: requestText.pipe(z.string().regex(/\S/u)),
  }),
]);
export type RequestDocument = z.infer<typeof requestDocument>;
