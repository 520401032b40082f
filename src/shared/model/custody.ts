import { z } from 'zod';
import { calendarDate, longText, optionalShortText, recordId, shortText } from './primitives.ts';
import { CUSTODY_STATES, VISIT_STATUSES } from './vocabulary/custody.ts';

/** One place where somebody is or was held; `from` is null where the day is not known. */
export const custodyPlace = z.strictObject({
  id: recordId,
  name: shortText,
  from: calendarDate.nullable(),
  note: optionalShortText,
});
export type CustodyPlace = z.infer<typeof custodyPlace>;

/** A time in detention, from the arrest to the release. */
export const custodyFields = z
  .strictObject({
    contactId: recordId,
    state: z.enum(CUSTODY_STATES),
    since: calendarDate,
    places: z.array(custodyPlace).max(50),
    authority: optionalShortText,
    caseReference: optionalShortText,
    charges: longText,
    lawyerContactId: recordId.nullable(),
    lawyerName: optionalShortText,
    familyContactId: recordId.nullable(),
    familyName: optionalShortText,
    releasedOn: calendarDate.nullable(),
    releaseConditions: longText,
    note: longText,
  })
  .superRefine((value, context) => {
    if (value.state === 'released' && value.releasedOn === null) {
      context.addIssue({ code: 'custom', path: ['releasedOn'], message: 'release-date-required' });
    }
    if (value.releasedOn !== null && value.releasedOn < value.since) {
      context.addIssue({ code: 'custom', path: ['releasedOn'], message: 'before-arrest' });
    }
  });
export type CustodyFields = z.infer<typeof custodyFields>;
export type Custody = CustodyFields & { readonly id: string };

/** A request to visit somebody in detention, and what became of it. */
export const visitRequestFields = z
  .strictObject({
    contactId: recordId,
    custodyId: recordId,
    requestedOn: calendarDate,
    requestedFrom: shortText,
    status: z.enum(VISIT_STATUSES),
    answeredOn: calendarDate.nullable(),
    visitOn: calendarDate.nullable(),
    visitors: optionalShortText,
    refusalReason: longText,
    findings: longText,
    /** The action whose consent the visit rests on. */
    actionId: recordId.nullable(),
  })
  .superRefine((value, context) => {
    for (const key of ['answeredOn', 'visitOn'] as const) {
      const date = value[key];
      if (date !== null && date < value.requestedOn) {
        context.addIssue({ code: 'custom', path: [key], message: 'before-request' });
      }
    }
  });
export type VisitRequestFields = z.infer<typeof visitRequestFields>;
export type VisitRequest = VisitRequestFields & { readonly id: string };
