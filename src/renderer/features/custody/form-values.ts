import { z } from 'zod';
import { calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import {
  CUSTODY_STATES,
  HEARING_STAGES,
  HEARING_STATUSES,
  OBSERVER_ROLES,
  VISIT_STATUSES,
} from '../../../shared/model/vocabulary/custody.ts';

/** The schemas of the three forms: the fields that the calls take. */
export const custodyForm = calls.custody.save.arg.shape.fields;
export type CustodyFormValues = z.input<typeof custodyForm>;
export type CustodyFormParsed = z.output<typeof custodyForm>;

export const visitForm = calls.custody.saveVisit.arg.shape.fields;
export type VisitFormValues = z.input<typeof visitForm>;

export const hearingForm = calls.hearings.save.arg.shape.fields;
export type HearingFormValues = z.input<typeof hearingForm>;
export type HearingFormParsed = z.output<typeof hearingForm>;

/** An arrest that was just heard of. */
export function emptyCustody(contactId: string, today: string): CustodyFormValues {
  return {
    contactId,
    state: 'arrested',
    since: today,
    places: [],
    authority: null,
    caseReference: null,
    charges: '',
    lawyerContactId: null,
    lawyerName: null,
    familyContactId: null,
    familyName: null,
    releasedOn: null,
    releaseConditions: '',
    note: '',
  };
}

export function storedCustody({
  custody: { id: _, ...fields },
}: ResultOf<typeof calls.custody.get>): CustodyFormValues {
  return fields;
}

/** A detention that ends today, or on the day that is put in its place. */
export function releasedCustody(values: CustodyFormValues, today: string): CustodyFormValues {
  return { ...values, state: 'released', releasedOn: values.releasedOn ?? today };
}

export function emptyVisit(custodyId: string, today: string): VisitFormValues {
  return {
    custodyId,
    requestedOn: today,
    requestedFrom: '',
    status: 'requested',
    answeredOn: null,
    visitOn: null,
    visitors: null,
    refusalReason: '',
    findings: '',
    actionId: null,
  };
}

export function storedVisit(stored: ResultOf<typeof calls.custody.getVisit>): VisitFormValues {
  const { id: _id, contactId: _contactId, action: _action, ...fields } = stored;
  return fields;
}

type HearingStart = Pick<
  HearingFormValues,
  'contactId' | 'custodyId' | 'startsAt' | 'timeZone' | 'previousId' | 'court' | 'stage'
>;

export function emptyHearing(start: HearingStart): HearingFormValues {
  return {
    ...start,
    title: '',
    room: null,
    status: 'scheduled',
    observers: [],
    actionId: null,
    outcome: '',
    note: '',
  };
}

export function storedHearing({
  hearing: { id: _, ...fields },
}: ResultOf<typeof calls.hearings.get>): HearingFormValues {
  return fields;
}

const maybe = z.string().nullable();
const unfinishedCustodyBody = z.object({
  contactId: z.string(),
  state: z.enum(CUSTODY_STATES),
  since: z.string(),
  places: z.array(z.object({ id: z.string(), name: z.string(), from: maybe, note: maybe })),
  authority: maybe,
  caseReference: maybe,
  charges: z.string(),
  lawyerContactId: maybe,
  lawyerName: maybe,
  familyContactId: maybe,
  familyName: maybe,
  releasedOn: maybe,
  releaseConditions: z.string(),
  note: z.string(),
});
const unfinishedVisitBody = z.object({
  custodyId: z.string(),
  requestedOn: z.string(),
  requestedFrom: z.string(),
  status: z.enum(VISIT_STATUSES),
  answeredOn: maybe,
  visitOn: maybe,
  visitors: maybe,
  refusalReason: z.string(),
  findings: z.string(),
  actionId: maybe,
});
const unfinishedHearingBody = z.object({
  contactId: z.string(),
  custodyId: maybe,
  title: z.string(),
  startsAt: z.string(),
  timeZone: z.string(),
  court: z.string(),
  room: maybe,
  stage: z.enum(HEARING_STAGES),
  status: z.enum(HEARING_STATUSES),
  previousId: maybe,
  observers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      from: maybe,
      role: z.enum(OBSERVER_ROLES),
      confirmed: z.boolean(),
      attended: z.boolean(),
    }),
  ),
  actionId: maybe,
  outcome: z.string(),
  note: z.string(),
});

/** An autosaved body of each form, or null where it is not one of that form. */
export function unfinishedCustody(body: unknown): CustodyFormValues | null {
  return unfinishedCustodyBody.safeParse(body).data ?? null;
}
export function unfinishedVisit(body: unknown): VisitFormValues | null {
  return unfinishedVisitBody.safeParse(body).data ?? null;
}
export function unfinishedHearing(body: unknown): HearingFormValues | null {
  return unfinishedHearingBody.safeParse(body).data ?? null;
}
