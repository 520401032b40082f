import { z } from 'zod';
import { attachmentFields } from '../model/attachment.ts';
import {
  checkCustody,
  checkVisitRequest,
  custodyFields,
  visitRequestFields,
} from '../model/custody.ts';
import { calendarDate, recordId } from '../model/primitives.ts';
import { ACTION_STATUSES, ACTION_TYPES } from '../model/vocabulary/action.ts';
import { CUSTODY_STATES } from '../model/vocabulary/custody.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

/** The action that a visit or an observation rests on. */
export const restingAction = z.strictObject({
  id: recordId,
  type: z.enum(ACTION_TYPES),
  title: z.string(),
  status: z.enum(ACTION_STATUSES),
  /** Whether it can bear that somebody was there: right kind, for them, past the gate. */
  bears: z.boolean(),
});

export const visitRow = z.strictObject({
  ...visitRequestFields.shape,
  id: recordId,
  /** Null where none is named, or the one named is not here. */
  action: restingAction.nullable(),
});
export type VisitRow = z.infer<typeof visitRow>;

export const custodyPage = z.strictObject({
  custody: z.strictObject({ ...custodyFields.shape, id: recordId }),
  contactLabel: z.string(),
  lawyerLabel: z.string().nullable(),
  familyLabel: z.string().nullable(),
  /** In the order in which they were asked for. */
  visits: z.array(visitRow),
  attachments: z.array(z.strictObject({ ...attachmentFields.shape, id: recordId })),
});
export type CustodyPage = z.infer<typeof custodyPage>;

/** One line of a list of those who are or were held. */
export const custodyRow = z.strictObject({
  id: recordId,
  contactId: recordId,
  contactLabel: z.string(),
  state: z.enum(CUSTODY_STATES),
  since: calendarDate,
  releasedOn: calendarDate.nullable(),
  /** The last place of the chain. */
  place: z.string().nullable(),
  /** Visits asked for and not yet answered. */
  visitsWaiting: z.number().int(),
});
export type CustodyRow = z.infer<typeof custodyRow>;

/** Whose request it is follows from the detention. */
const visitEditable = z
  .strictObject(visitRequestFields.shape)
  .omit({ contactId: true })
  .superRefine(checkVisitRequest);

export const custody = {
  /** Those who are held first, the longest held first; then the released, the latest first. */
  list: vaultCall({
    arg: z.strictObject({ onlyHeld: z.boolean().default(false) }),
    result: z.array(custodyRow),
  }),
  /** Every detention of a contact, newest first. */
  ofContact: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.array(custodyPage),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: custodyPage,
    failures: ['not-found'],
  }),
  /** One detention at a time is open for a contact: a transfer is a further place of it. */
  save: vaultCall({
    arg: z.strictObject({
      id: recordId.nullable(),
      fields: z.strictObject(custodyFields.shape).superRefine(checkCustody),
    }),
    result: written,
    failures: ['not-found'],
  }),
  /** Takes its visit requests and files along; hearings stay, of no detention. */
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
  getVisit: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: visitRow,
    failures: ['not-found'],
  }),
  /**
   * Saves a request to visit. It can be `held` only on a detention visit that passed the gate;
   * `consent-missing` where that is under way and has lost its consent since.
   */
  saveVisit: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: visitEditable }),
    result: written,
    failures: ['not-found', 'consent-missing'],
  }),
  removeVisit: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
