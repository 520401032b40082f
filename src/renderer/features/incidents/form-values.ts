import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { incidentDateIssues } from '../../../shared/model/incident-dates.ts';
import { incidentFields, type Incident } from '../../../shared/model/incident.ts';
import {
  DATE_PRECISIONS,
  INCIDENT_ACTS,
  PERPETRATOR_TYPES,
  REDRESS_KINDS,
  REDRESS_RESULTS,
  SOURCE_RELIABILITIES,
  SOURCE_TYPES,
  VERIFICATIONS,
} from '../../../shared/model/vocabulary/incident.ts';
import { SENSITIVITY_MARKINGS } from '../../../shared/model/vocabulary/meeting.ts';
import {
  NINE_RISKS,
  RISK_BEARERS,
  type RiskBearer,
} from '../../../shared/model/vocabulary/risk.ts';
import { localToday } from '../../i18n/local-today.ts';

/** The fields of an incident, with the rules on its dates that need to know today. */
const incidentForm = incidentFields.superRefine((fields, context) => {
  for (const { path, code } of incidentDateIssues(fields, localToday())) {
    context.addIssue({ code: 'custom', path: [...path], message: code });
  }
});
export type IncidentFormValues = z.input<typeof incidentForm>;
export type IncidentFormParsed = z.output<typeof incidentForm>;

/**
 * The form's schema: rows at the end in which nothing was written are left out, so that an opened
 * and unused row is no error. One in the middle keeps its place and its error.
 */
export const incidentFormLenient = z.preprocess(
  (values) => withoutUnusedRows(values as IncidentFormValues),
  incidentForm,
) as unknown as z.ZodType<IncidentFormParsed, IncidentFormValues>;

export function withoutUnusedRows(values: IncidentFormValues): IncidentFormValues {
  const { victims } = values;
  const isUnused = (row: (typeof victims)[number]): boolean =>
    row.contactId === null && (row.name ?? '').trim() === '';
  let end = victims.length;
  while (end > 0 && isUnused(victims[end - 1] as (typeof victims)[number])) end -= 1;
  return { ...values, victims: victims.slice(0, end) };
}

export interface NewIncident {
  /** Calendar date, ISO 8601. */
  readonly today: string;
  readonly contactIds?: readonly string[] | undefined;
  /** The incident that led to this one. */
  readonly followsId?: string | null | undefined;
}

/** A new incident, told by the victim and not looked into yet. */
export function emptyIncident(start: NewIncident): IncidentFormValues {
  return {
    title: '',
    act: 'other-threat',
    risk: 'threats-violence-killings',
    occurredOn: start.today,
    precision: 'exact',
    endedOn: null,
    place: null,
    country: null,
    victims: (start.contactIds ?? []).map((contactId) => newVictim(contactId)),
    perpetrators: [],
    description: '',
    sourceType: 'victim',
    source: null,
    reliability: 'cannot-be-judged',
    verification: 'unverified',
    sensitivity: 'normal',
    followsId: start.followsId ?? null,
    redress: [],
  };
}

/** A stored incident as the form holds it. */
export function storedIncident({ id: _id, ...fields }: Incident): IncidentFormValues {
  return fields;
}

export function newVictim(
  contactId: string | null,
  bearer: RiskBearer = 'defender',
): IncidentFormValues['victims'][number] {
  return { id: uuidV7(), contactId, name: contactId === null ? '' : null, bearer };
}

export function newPerpetrator(
  contactId: string | null,
): IncidentFormValues['perpetrators'][number] {
  return { id: uuidV7(), contactId, name: null, type: 'unknown' };
}

export function newRedressStep(today: string): IncidentFormValues['redress'][number] {
  return {
    ...{ id: uuidV7(), kind: 'complaint', on: today, authority: null, result: 'pending', note: '' },
  };
}

const words = z.string();
const maybe = z.string().nullable();

/** What an unfinished form may look like; only the shape is checked, the rest is still being typed. */
const unfinished = z.object({
  title: words,
  act: z.enum(INCIDENT_ACTS),
  risk: z.enum(NINE_RISKS),
  occurredOn: words,
  precision: z.enum(DATE_PRECISIONS),
  endedOn: maybe,
  place: maybe,
  country: maybe,
  victims: z.array(
    z.object({ id: words, contactId: maybe, name: maybe, bearer: z.enum(RISK_BEARERS) }),
  ),
  perpetrators: z.array(
    z.object({ id: words, contactId: maybe, name: maybe, type: z.enum(PERPETRATOR_TYPES) }),
  ),
  description: words,
  sourceType: z.enum(SOURCE_TYPES),
  source: maybe,
  reliability: z.enum(SOURCE_RELIABILITIES),
  verification: z.enum(VERIFICATIONS),
  sensitivity: z.enum(SENSITIVITY_MARKINGS),
  followsId: maybe,
  redress: z.array(
    z.object({
      id: words,
      kind: z.enum(REDRESS_KINDS),
      on: words,
      authority: maybe,
      result: z.enum(REDRESS_RESULTS),
      note: words,
    }),
  ),
});

/** An autosaved form body, or null where it is not one of this form (another version wrote it). */
export function unfinishedIncident(body: unknown): IncidentFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
