import { z } from 'zod';
import { attachmentFields } from '../model/attachment.ts';
import { CALL_BACK_STEPS } from '../model/call-back.ts';
import { consentDetails, consentEventFields } from '../model/consent-event.ts';
import { legitimateBasis } from '../model/contact.ts';
import { calendarDate, instant, recordId } from '../model/primitives.ts';
import { ACTION_STATUSES } from '../model/vocabulary/action.ts';
import {
  CONSENT_AUDIENCES,
  CONSENT_DECISIONS,
  CONSENT_PURPOSES,
} from '../model/vocabulary/consent.ts';
import { vaultCall } from './define.ts';

export const consentEventRow = z.strictObject({
  ...consentEventFields.shape,
  id: recordId,
  recordedAt: instant,
  recordedBy: z.string(),
  /** Another decision counts where this one speaks. */
  superseded: z.boolean(),
  /** The consent was not replaced by another decision, and its last day is over. */
  lapsed: z.boolean(),
  /** The consent that renewed this one. */
  renewedById: recordId.nullable(),
});
export type ConsentEventRow = z.infer<typeof consentEventRow>;

/** What holds today for one purpose towards one audience. */
export const standingRow = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  audience: z.enum(CONSENT_AUDIENCES),
  state: z.enum(['live', 'refused', 'withdrawn', 'expired', 'not-yet-in-force']),
  eventId: recordId,
  decidedOn: calendarDate,
  expiresOn: calendarDate.nullable(),
  conditions: z.string(),
  withheld: consentEventFields.shape.withheld,
  withholdings: consentEventFields.shape.withholdings,
  givenBy: z.enum(['self', 'proxy']),
});
export type StandingRow = z.infer<typeof standingRow>;

/** A decision that lapses or is to be looked at again. */
export const consentDue = z.strictObject({
  eventId: recordId,
  contactId: recordId,
  contactLabel: z.string(),
  purpose: z.enum(CONSENT_PURPOSES),
  audience: z.enum(CONSENT_AUDIENCES),
  decision: z.enum(CONSENT_DECISIONS),
  on: calendarDate,
  why: z.enum(['expires', 'review']),
});
export type ConsentDue = z.infer<typeof consentDue>;

/** One task that a withdrawal started and nobody settled yet. */
export const callBack = z.strictObject({
  taskId: recordId,
  step: z.enum(CALL_BACK_STEPS),
  /** What is to be called back or stopped, in words. */
  what: z.string(),
  actionId: recordId.nullable(),
});
export type CallBack = z.infer<typeof callBack>;

export const consents = {
  /**
   * Every event of a contact, newest first, and what holds today for each purpose and audience;
   * the ground on which the record may be held where that is not consent; the files that are
   * evidence of an event; what withdrawals have started and is still to be done.
   */
  ofContact: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.strictObject({
      events: z.array(consentEventRow),
      standing: z.array(standingRow),
      legitimateBasis: legitimateBasis.nullable(),
      evidence: z.array(z.strictObject({ ...attachmentFields.shape, id: recordId })),
      callBacks: z.array(callBack),
    }),
    failures: ['not-found'],
  }),
  /**
   * Appends one event for each purpose and audience chosen. One that renews a consent names it;
   * the consent renewed stays as it was. A refusal or withdrawal is acted on at once: it gives the
   * actions that no longer have the consent they need, and what of the contact is already out, and
   * starts a task to stop or call back each.
   */
  record: vaultCall({
    arg: z.strictObject({
      contactId: recordId,
      purposes: z.array(z.enum(CONSENT_PURPOSES)).min(1).max(CONSENT_PURPOSES.length),
      audiences: z.array(z.enum(CONSENT_AUDIENCES)).min(1).max(CONSENT_AUDIENCES.length),
      details: consentDetails,
      /** Consents of this contact that this decision renews. */
      renews: z
        .array(recordId)
        .max(CONSENT_PURPOSES.length * CONSENT_AUDIENCES.length)
        .default([]),
    }),
    result: z.strictObject({
      ids: z.array(recordId),
      changeSetId: recordId,
      actionsNowWithoutConsent: z.array(
        z.strictObject({ id: recordId, title: z.string(), status: z.enum(ACTION_STATUSES) }),
      ),
      bundlesAlreadyOut: z.array(
        z.strictObject({ id: recordId, counterpartName: z.string(), at: instant }),
      ),
      copiesAlreadyOut: z.array(
        z.strictObject({
          kind: z.enum(['export', 'print', 'copy']),
          at: instant,
          /** What was printed or copied, as the access log has it; empty where it does not say. */
          what: z.string(),
        }),
      ),
      callBacks: z.array(callBack),
    }),
    failures: ['not-found'],
  }),
  /** Consents that lapse or are to be reviewed by a date, soonest first, over all contacts. */
  dueForReview: vaultCall({
    arg: z.strictObject({ until: calendarDate }),
    result: z.array(consentDue),
  }),
  /**
   * Every contact and where they stand on one purpose: one row each, by name, with what holds for
   * each audience that some decision names. Who was never asked has an empty row.
   */
  ofPurpose: vaultCall({
    arg: z.strictObject({ purpose: z.enum(CONSENT_PURPOSES) }),
    result: z.array(
      z.strictObject({
        contactId: recordId,
        contactLabel: z.string(),
        standing: z.array(standingRow),
        hasLegitimateBasis: z.boolean(),
      }),
    ),
  }),
} as const;
