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
  .superRefine(checkCustody);
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
  .superRefine(checkVisitRequest);
export type VisitRequestFields = z.infer<typeof visitRequestFields>;
export type VisitRequest = VisitRequestFields & { readonly id: string };

/** Whether somebody is held, or may still be: everything but a release. */
export function isHeld(custody: Pick<CustodyFields, 'state'>): boolean {
  return custody.state !== 'released';
}

/** The arrest comes first, then the places one after another, then the release. */
export function checkCustody(
  value: Pick<CustodyFields, 'state' | 'since' | 'places' | 'releasedOn'>,
  context: z.RefinementCtx,
): void {
  const { state, since, places, releasedOn } = value;
  const issue = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message });
  if (state === 'released' && releasedOn === null) issue(['releasedOn'], 'release-date-required');
  if (state !== 'released' && releasedOn !== null) issue(['releasedOn'], 'not-released');
  if (releasedOn !== null && releasedOn < since) issue(['releasedOn'], 'before-arrest');
  // One date out of order is one finding.
  const end = releasedOn !== null && releasedOn >= since ? releasedOn : null;
  let latest = since;
  for (const [index, { from }] of places.entries()) {
    if (from === null) continue;
    const path = ['places', index, 'from'];
    if (from < since) issue(path, 'before-arrest');
    else if (from < latest) issue(path, 'before-place-before');
    else if (end !== null && from > end) issue(path, 'after-release');
    if (from > latest) latest = from;
  }
}

/** A request, then its answer, then the visit. A refusal says why, or that no reason was given. */
export function checkVisitRequest(
  value: Pick<
    VisitRequestFields,
    'status' | 'requestedOn' | 'answeredOn' | 'visitOn' | 'refusalReason' | 'actionId'
  >,
  context: z.RefinementCtx,
): void {
  const { status, requestedOn, answeredOn, visitOn, refusalReason, actionId } = value;
  const issue = (path: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (answeredOn !== null && answeredOn < requestedOn) issue('answeredOn', 'before-request');
  if (visitOn !== null && visitOn < requestedOn) issue('visitOn', 'before-request');
  else if (visitOn !== null && answeredOn !== null && visitOn < answeredOn) {
    issue('visitOn', 'before-answer');
  }
  if (status === 'refused' && refusalReason.trim() === '') {
    issue('refusalReason', 'reason-required');
  }
  if (status === 'held' && visitOn === null) issue('visitOn', 'visit-date-required');
  if (status === 'held' && actionId === null) issue('actionId', 'action-required');
}
