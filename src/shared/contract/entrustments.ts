import { z } from 'zod';
import { entrustmentFields } from '../model/entrustment.ts';
import { calendarDate, longText, recordId } from '../model/primitives.ts';
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
  /** Asks another officer for a contact: one that this vault knows, or one described in words. */
  request: vaultCall({
    arg: z.strictObject({
      counterpartId: recordId,
      contactId: recordId.nullable(),
      wanted: longText,
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
