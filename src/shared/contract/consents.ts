import { z } from 'zod';
import { consentDetails, consentEventFields } from '../model/consent-event.ts';
import { calendarDate, instant, recordId } from '../model/primitives.ts';
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
  /** What this event comes to today, were it the only one. */
  superseded: z.boolean(),
});
export type ConsentEventRow = z.infer<typeof consentEventRow>;

/** What holds today for one purpose towards one audience. */
export const standingRow = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  audience: z.enum(CONSENT_AUDIENCES),
  state: z.enum(['live', 'refused', 'withdrawn', 'expired', 'not-yet-in-force']),
  eventId: recordId,
  expiresOn: calendarDate.nullable(),
  conditions: z.string(),
  givenBy: z.enum(['self', 'proxy']),
});
export type StandingRow = z.infer<typeof standingRow>;

/** A decision that lapses or is to be looked at again. */
export const consentDue = z.strictObject({
  contactId: recordId,
  contactLabel: z.string(),
  purpose: z.enum(CONSENT_PURPOSES),
  audience: z.enum(CONSENT_AUDIENCES),
  decision: z.enum(CONSENT_DECISIONS),
  on: calendarDate,
  why: z.enum(['expires', 'review']),
});
export type ConsentDue = z.infer<typeof consentDue>;

export const consents = {
  /** Every event of a contact, newest first, and what holds today for each purpose and audience. */
  ofContact: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.strictObject({
      events: z.array(consentEventRow),
      standing: z.array(standingRow),
    }),
    failures: ['not-found'],
  }),
  /**
   * Appends one event for each purpose and audience chosen. Gives the actions already under way
   * that no longer have the consent they need, so that a withdrawal is acted on at once.
   */
  record: vaultCall({
    arg: z.strictObject({
      contactId: recordId,
      purposes: z.array(z.enum(CONSENT_PURPOSES)).min(1).max(CONSENT_PURPOSES.length),
      audiences: z.array(z.enum(CONSENT_AUDIENCES)).min(1).max(CONSENT_AUDIENCES.length),
      details: consentDetails,
    }),
    result: z.strictObject({
      ids: z.array(recordId),
      changeSetId: recordId,
      actionsNowWithoutConsent: z.array(z.strictObject({ id: recordId, title: z.string() })),
      bundlesAlreadyOut: z.array(
        z.strictObject({ id: recordId, counterpartName: z.string(), at: instant }),
      ),
    }),
    failures: ['not-found'],
  }),
  /** Consents that lapse or are to be reviewed by a date, soonest first, over all contacts. */
  dueForReview: vaultCall({
    arg: z.strictObject({ until: calendarDate }),
    result: z.array(consentDue),
  }),
} as const;
