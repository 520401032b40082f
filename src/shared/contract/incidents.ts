import { z } from 'zod';
import { attachmentFields } from '../model/attachment.ts';
import { incidentFields } from '../model/incident.ts';
import { calendarDate, recordId } from '../model/primitives.ts';
import { INCIDENT_ACTS, PERPETRATOR_TYPES, VERIFICATIONS } from '../model/vocabulary/incident.ts';
import { NINE_RISKS, RISK_BEARERS } from '../model/vocabulary/risk.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

const { shape } = incidentFields;

/** One incident in a list or in a chain of events. */
export const incidentRow = z.strictObject({
  id: recordId,
  title: z.string(),
  act: shape.act,
  risk: shape.risk,
  occurredOn: calendarDate,
  precision: shape.precision,
  endedOn: calendarDate.nullable(),
  place: z.string().nullable(),
  /** The first 280 characters of the description. */
  excerpt: z.string(),
  victims: z.array(
    z.strictObject({
      contactId: recordId.nullable(),
      label: z.string(),
      bearer: z.enum(RISK_BEARERS),
    }),
  ),
  perpetratorTypes: z.array(z.enum(PERPETRATOR_TYPES)),
  reliability: shape.reliability,
  verification: shape.verification,
  sensitivity: shape.sensitivity,
  followsId: recordId.nullable(),
});
export type IncidentRow = z.infer<typeof incidentRow>;

/** Which incidents are meant; what is left out narrows nothing. */
const incidentFilter = z.strictObject({
  /** Named as a victim or as an alleged perpetrator. */
  contactId: recordId.optional(),
  risks: z.array(z.enum(NINE_RISKS)).optional(),
  acts: z.array(z.enum(INCIDENT_ACTS)).optional(),
  verifications: z.array(z.enum(VERIFICATIONS)).optional(),
  /** Both ends are part of the period; an incident that lasted into it belongs to it. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
});

export const incidents = {
  /** Newest first. */
  list: vaultCall({
    arg: z.strictObject({
      ...incidentFilter.shape,
      limit: z.number().int().min(1).max(1_000).default(200),
      /** Rows to skip, from the newest. */
      offset: z.number().int().min(0).default(0),
    }),
    result: z.strictObject({ rows: z.array(incidentRow), total: z.number().int() }),
  }),
  /** How many incidents of each risk began in each month that had any. */
  density: vaultCall({
    arg: incidentFilter,
    result: z.array(
      z.strictObject({
        /** `2026-11` */
        month: z.string(),
        risk: z.enum(NINE_RISKS),
        count: z.number().int().positive(),
      }),
    ),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: z.strictObject({
      incident: z.strictObject({ ...shape, id: recordId }),
      /** The names of the contacts that it names. */
      contacts: z.array(z.strictObject({ id: recordId, label: z.string() })),
      /**
       * The chain of events that it is part of, itself included: from the first incident on, what
       * followed it and what followed that, oldest first.
       */
      chain: z.array(incidentRow),
      /** The title of the incident it follows where that one was removed; else null. */
      followedRemoved: z.string().nullable(),
      attachments: z.array(z.strictObject({ ...attachmentFields.shape, id: recordId })),
    }),
    failures: ['not-found'],
  }),
  /**
   * Creates (no id) or changes an incident. `invalid-argument` names the field where a date lies in
   * the future or before what it follows, or where the chain of events would close to a circle.
   */
  save: vaultCall({
    arg: z.strictObject({ id: recordId.nullable(), fields: incidentFields }),
    result: written,
    failures: ['not-found'],
  }),
  /** Removes an incident with its files; what followed it stays. */
  remove: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
