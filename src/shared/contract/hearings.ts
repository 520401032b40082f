import { z } from 'zod';
import { checkHearing, hearingFields } from '../model/hearing.ts';
import { calendarDate, localDateTime, recordId, timeZone } from '../model/primitives.ts';
import { HEARING_STAGES, HEARING_STATUSES } from '../model/vocabulary/custody.ts';
import { restingAction } from './custody.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

export const hearingRow = z.strictObject({
  id: recordId,
  contactId: recordId,
  contactLabel: z.string(),
  custodyId: recordId.nullable(),
  title: z.string(),
  startsAt: localDateTime,
  timeZone,
  court: z.string(),
  room: z.string().nullable(),
  stage: z.enum(HEARING_STAGES),
  status: z.enum(HEARING_STATUSES),
  previousId: recordId.nullable(),
  observers: z.number().int(),
  confirmed: z.number().int(),
  attended: z.number().int(),
});
export type HearingRow = z.infer<typeof hearingRow>;

export const hearingPage = z.strictObject({
  hearing: z.strictObject({ ...hearingFields.shape, id: recordId }),
  contactLabel: z.string(),
  /** Null where none is named, or the one named is not here. */
  action: restingAction.nullable(),
  /** All hearings of its series in order of time, itself among them. */
  series: z.array(hearingRow),
});
export type HearingPage = z.infer<typeof hearingPage>;

export const hearings = {
  /** Hearings that begin on these days, both among them, at the place of the court; soonest first. */
  between: vaultCall({
    arg: z.strictObject({ from: calendarDate, to: calendarDate }),
    result: z.array(hearingRow),
  }),
  /** Every hearing of a contact, soonest first. */
  ofContact: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.array(hearingRow),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: hearingPage,
    failures: ['not-found'],
  }),
  /**
   * An observer can have attended only on a trial observation that passed the gate;
   * `consent-missing` where that is under way and has lost its consent since.
   */
  save: vaultCall({
    arg: z.strictObject({
      id: recordId.nullable(),
      fields: z.strictObject(hearingFields.shape).superRefine(checkHearing),
    }),
    result: written,
    failures: ['not-found', 'consent-missing'],
  }),
  /** The hearing that followed it follows the one before it from then on. */
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
