import { z } from 'zod';
import { calendarDate, recordId } from './primitives.ts';
import { RECORD_TYPES, type RecordType } from './record-type.ts';

/** What is each vault's own, or says itself what was erased, holds nothing of a person's. */
const NEVER_ERASED: readonly RecordType[] = ['erasure', 'officer', 'bundle-entry'];

/**
 * That a record, or the past of one of its fields, was erased because a defender asked to be
 * forgotten. It names no one and gives no reason: identifiers and a day. It is only ever made, and
 * travels with every bundle, so that no other vault keeps or brings back what was erased.
 */
export const erasureFields = z.strictObject({
  recordType: z.enum(RECORD_TYPES).refine((type) => !NEVER_ERASED.includes(type), {
    error: 'never-erased',
  }),
  recordId,
  /** The field whose values of before are gone; null where the whole record is, for good. */
  field: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9]{0,40}$/u)
    .nullable(),
  erasedOn: calendarDate,
});
export type ErasureFields = z.infer<typeof erasureFields>;
export type Erasure = ErasureFields & { readonly id: string };
