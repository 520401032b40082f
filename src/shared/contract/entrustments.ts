import { z } from 'zod';
import { entrustmentFields } from '../model/entrustment.ts';
import { REQUEST_TEXT_MAX } from '../model/documents/request.ts';
import { calendarDate, instant, longText, recordId } from '../model/primitives.ts';
import { nothing, vaultCall } from './define.ts';
import { written } from './parts.ts';

export const entrustmentView = z.strictObject({
  ...entrustmentFields.shape,
  id: recordId,
  /** The contact's name today, or at its removal; empty for a request in words alone. */
  contactLabel: z.string(),
  /** An answer that did not come by its day, or a loan that should have come back. */
  overdue: z.enum(['answer', 'loan']).nullable(),
});
export type EntrustmentView = z.infer<typeof entrustmentView>;

/** Who was entrusted to whom, and who holds whom now. */
export const entrustments = {
  /** All of them, newest first. */
  list: vaultCall({ arg: nothing, result: z.array(entrustmentView) }),
  ofContact: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.strictObject({
      /** Null where the contact is held here. */
      holder: z.strictObject({ id: recordId, name: z.string() }).nullable(),
      mayWrite: z.enum(['all', 'add', 'read']),
      entrustments: z.array(entrustmentView),
    }),
    failures: ['not-found'],
  }),
  /** Bundles that were taken in, and for which no receipt has gone back. */
  receiptsOwed: vaultCall({
    arg: nothing,
    result: z.array(
      z.strictObject({
        bundleId: recordId,
        counterpartName: z.string(),
        receivedAt: instant,
        accepted: z.number().int(),
        rejected: z.number().int(),
      }),
    ),
  }),
  /** Asks another officer for a contact: one that this vault knows, or one described in words. */
  request: vaultCall({
    arg: z.strictObject({
      counterpartId: recordId,
      contactId: recordId.nullable(),
      wanted: longText.pipe(z.string().max(REQUEST_TEXT_MAX)),
      answerBy: calendarDate.nullable(),
    }),
    result: written,
    failures: ['not-found', 'recipient-revoked'],
  }),
  /** Calls an offer or a loan back, gives a loan back, or says no to a request. */
  settle: vaultCall({
    arg: z.strictObject({
      id: recordId,
      to: z.enum(['revoked', 'returned', 'rejected']),
      reason: longText,
    }),
    result: written,
    failures: ['not-found', 'entrustment-settled'],
  }),
} as const;
