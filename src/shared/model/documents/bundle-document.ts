import { z } from 'zod';
import { receiptDocument } from './receipt.ts';
import { requestDocument } from './request.ts';
import { statisticsDocument } from './statistics.ts';

/** What the `document.json` of a bundle says, under the kind of its bundle. */
export const bundleDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receipt'), value: receiptDocument }),
  z.strictObject({ kind: z.literal('request'), value: requestDocument }),
  z.strictObject({ kind: z.literal('statistics'), value: statisticsDocument }),
]);
export type BundleDocument = z.infer<typeof bundleDocument>;
export type DocumentKind = BundleDocument['kind'];
