import { z } from 'zod';
import {
  calendarDate,
  countryCode,
  longText,
  optionalShortText,
  recordId,
  shortText,
} from './primitives.ts';
import {
  DATE_PRECISIONS,
  INCIDENT_ACTS,
  PERPETRATOR_TYPES,
  REDRESS_KINDS,
  REDRESS_RESULTS,
  SOURCE_RELIABILITIES,
  SOURCE_TYPES,
  VERIFICATIONS,
} from './vocabulary/incident.ts';
import { SENSITIVITY_MARKINGS } from './vocabulary/meeting.ts';
import { NINE_RISKS, RISK_BEARERS } from './vocabulary/risk.ts';

/** Somebody it was done to: a contact of the vault, or a name. */
export const incidentVictim = z
  .strictObject({
    id: recordId,
    contactId: recordId.nullable(),
    name: optionalShortText,
    bearer: z.enum(RISK_BEARERS),
  })
  .superRefine(contactOrName);
export type IncidentVictim = z.infer<typeof incidentVictim>;

/** Who is said to have done it. A type is always known, if only as `unknown`. */
export const allegedPerpetrator = z.strictObject({
  id: recordId,
  contactId: recordId.nullable(),
  name: optionalShortText,
  type: z.enum(PERPETRATOR_TYPES),
});
export type AllegedPerpetrator = z.infer<typeof allegedPerpetrator>;

/** One step in following up impunity: complaint, investigation, prosecution, outcome. */
export const redressStep = z.strictObject({
  id: recordId,
  kind: z.enum(REDRESS_KINDS),
  on: calendarDate,
  authority: optionalShortText,
  result: z.enum(REDRESS_RESULTS),
  note: longText,
});
export type RedressStep = z.infer<typeof redressStep>;

/**
 * Something that was done to a defender, their family or their community. The fields follow the
 * HURIDOCS events standard formats: act, date and precision, place, victim, alleged perpetrator
 * and type, source, reliability, chain of events.
 */
export const incidentFields = z
  .strictObject({
    title: shortText,
    act: z.enum(INCIDENT_ACTS),
    risk: z.enum(NINE_RISKS),
    occurredOn: calendarDate,
    precision: z.enum(DATE_PRECISIONS),
    endedOn: calendarDate.nullable(),
    place: optionalShortText,
    country: countryCode.nullable(),
    victims: z.array(incidentVictim).max(200),
    perpetrators: z.array(allegedPerpetrator).max(50),
    description: longText,
    sourceType: z.enum(SOURCE_TYPES),
    source: optionalShortText,
    reliability: z.enum(SOURCE_RELIABILITIES),
    verification: z.enum(VERIFICATIONS),
    sensitivity: z.enum(SENSITIVITY_MARKINGS),
    /** The incident that led to this one: a chain of events. */
    followsId: recordId.nullable(),
    redress: z.array(redressStep).max(100),
  })
  .superRefine((value, context) => {
    if (value.endedOn !== null && value.endedOn < value.occurredOn) {
      context.addIssue({ code: 'custom', path: ['endedOn'], message: 'before-start' });
    }
  });
export type IncidentFields = z.infer<typeof incidentFields>;
export type Incident = IncidentFields & { readonly id: string };

function contactOrName(
  value: { readonly contactId: string | null; readonly name: string | null },
  context: z.RefinementCtx,
): void {
  if (value.contactId !== null || value.name !== null) return;
  context.addIssue({ code: 'custom', path: ['name'], message: 'contact-or-name' });
}
