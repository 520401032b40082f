import { z } from 'zod';
import { CLOSE_TYPES } from './close-ones.ts';
import { contactMethod } from './contact.ts';
import { calendarDate, localDateTime, recordId } from './primitives.ts';
import { riskRating } from './risk-assessment.ts';
import { ACTION_STATUSES, ACTION_TYPES } from './vocabulary/action.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES, WITHHELD_PARTS } from './vocabulary/consent.ts';
import { RISK_GROUPS, RISK_LEVELS } from './vocabulary/contact.ts';
import { MEETING_CHANNELS } from './vocabulary/meeting.ts';
import { RISK_TRENDS } from './vocabulary/risk.ts';

/** The last meetings of a contact that a brief tells of. */
export const BRIEF_MEETINGS = 3;

/** Where a decision on consent stands that a successor has to know of. */
export const BRIEF_CONSENT_STATES = ['live', 'refused', 'withdrawn'] as const;

/** What there is a date for. */
export const BRIEF_DATES = [
  'next-contact',
  'hearing',
  'detention-visit',
  'follow-up',
  'task',
  'consent-expiry',
  'consent-review',
  'risk-review',
  'plan-review',
] as const;

const tie = z.strictObject({ label: z.string(), note: z.string() });

/**
 * What a successor has to know of one contact before the first meeting: "made from the record". Every
 * part of it is left out that may not go to whom the brief is for, as if it had never been written.
 */
export const contactBrief = z.strictObject({
  contactId: recordId,
  label: z.string(),
  otherNames: z.array(z.string()),
  codeName: z.string().nullable(),
  profession: z.string().nullable(),
  locality: z.string().nullable(),
  country: z.string().nullable(),
  languages: z.array(z.string()),
  riskGroups: z.array(z.enum(RISK_GROUPS)),
  /** The preferred way first; `neverUse` ones among them. */
  methods: z.array(contactMethod.omit({ id: true })),
  coverPhrase: z.string().nullable(),
  close: z.array(z.strictObject({ ...tie.shape, type: z.enum(CLOSE_TYPES) })),
  introducedBy: z.array(tie),
  notToRaise: z.string(),
  /** "My address, from the company": of the consents that are live. */
  withholdings: z.array(
    z.strictObject({ what: z.string(), fromWhom: z.string(), reason: z.string() }),
  ),
  /** Sealed and not closely held, the newest first. */
  meetings: z
    .array(
      z.strictObject({
        startedAt: localDateTime,
        timeZone: z.string(),
        channel: z.enum(MEETING_CHANNELS),
        place: z.string().nullable(),
        title: z.string(),
        present: z.array(z.string()),
        said: z.string(),
        told: z.string(),
      }),
    )
    .max(BRIEF_MEETINGS),
  /** Promises that are open, the soonest due first. */
  promises: z.array(z.strictObject({ text: z.string(), dueOn: calendarDate.nullable() })),
  /** The soonest first; what has no day comes last. */
  dates: z.array(
    z.strictObject({
      kind: z.enum(BRIEF_DATES),
      on: calendarDate.nullable(),
      /** `09:30` at the place it happens at; null for what has a day only. */
      time: z.string().nullable(),
      timeZone: z.string().nullable(),
      text: z.string().nullable(),
      /** The purpose, where it is about a consent. */
      purpose: z.enum(CONSENT_PURPOSES).nullable(),
    }),
  ),
  consents: z.array(
    z.strictObject({
      purpose: z.enum(CONSENT_PURPOSES),
      audience: z.enum(CONSENT_AUDIENCES),
      state: z.enum(BRIEF_CONSENT_STATES),
      decidedOn: calendarDate,
      until: calendarDate.nullable(),
      conditions: z.string(),
    }),
  ),
  risk: z.strictObject({
    level: z.enum(RISK_LEVELS).nullable(),
    assessment: z
      .strictObject({
        assessedOn: calendarDate,
        trend: z.enum(RISK_TRENDS),
        /** The gravest first. */
        ratings: z.array(riskRating),
        triggers: z.string(),
        mitigations: z.string(),
        safetyPlan: z.string(),
      })
      .nullable(),
  }),
  /** Planned or under way. */
  actions: z.array(
    z.strictObject({
      type: z.enum(ACTION_TYPES),
      title: z.string(),
      status: z.enum(ACTION_STATUSES),
      dueOn: calendarDate.nullable(),
      owner: z.string().nullable(),
    }),
  ),
  /** The parts that the contact asked to leave out, so that nobody takes them for empty. */
  leftOut: z.array(z.enum(WITHHELD_PARTS)),
});
export type ContactBrief = z.infer<typeof contactBrief>;
