import { z } from 'zod';
import { RHYTHM_STATES } from '../model/cadence.ts';
import { calendarDate, recordId, shortText } from '../model/primitives.ts';
import { SILENCES } from '../model/silence.ts';
import { CONTACT_KINDS, RISK_LEVELS } from '../model/vocabulary/contact.ts';
import { vaultCall } from './define.ts';
import { promiseRow } from './meetings.ts';
import { written } from './parts.ts';

/** What the overview can be narrowed to. */
export const RHYTHM_FILTERS = ['all', 'overdue', 'quiet', 'remote', 'no-rhythm'] as const;
export type RhythmFilter = (typeof RHYTHM_FILTERS)[number];

/** Where a contact stands, each in one place: silence, if there is one, goes before the rhythm. */
export const RHYTHM_STANDS = ['alarming', 'quiet', ...RHYTHM_STATES] as const;
export type RhythmStand = (typeof RHYTHM_STANDS)[number];

/** One contact that steady-state contact is kept with, and where it stands today. */
export const rhythmRow = z.strictObject({
  id: recordId,
  kind: z.enum(CONTACT_KINDS),
  label: z.string(),
  photo: z.string().nullable(),
  locality: z.string().nullable(),
  remote: z.boolean(),
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  rhythm: z
    .strictObject({ everyDays: z.number().int(), setBy: z.enum(['officer', 'risk-level']) })
    .nullable(),
  lastContactOn: calendarDate.nullable(),
  /** The day planned for the next contact, else the day on which the rhythm wants it. */
  nextOn: calendarDate.nullable(),
  plannedOn: calendarDate.nullable(),
  state: z.enum(RHYTHM_STATES),
  /** Days that the next contact is late; 0 where it is not. */
  overdueDays: z.number().int().nonnegative(),
  silence: z.enum(SILENCES),
  /** Days since the last contact. */
  silentDays: z.number().int().nullable(),
  /** Attempts since the last contact that nobody answered. */
  attempts: z.number().int(),
  /** Contacts in each of the months looked at, the oldest month first. */
  months: z.array(z.number().int()),
});
export type RhythmRow = z.infer<typeof rhythmRow>;

/**
 * What the ledger of promises can show: what is owed (open, or settled and they were not told), the
 * open ones, those of them whose day has passed, those settled of which they were not told.
 */
export const LEDGER_FILTERS = [
  'owed',
  'open',
  'overdue',
  'untold',
  'kept',
  'broken',
  'released',
  'all',
] as const;
export type LedgerFilter = (typeof LEDGER_FILTERS)[number];

const share = z.strictObject({ contacts: z.number().int(), contacted: z.number().int() });
export const placeCoverage = z.strictObject({
  ...share.shape,
  locality: z.string().nullable(),
  remote: z.boolean(),
});

/** What a contact was last told about the mission's work. */
export const toldRow = z.strictObject({
  id: recordId,
  kind: z.enum(CONTACT_KINDS),
  label: z.string(),
  remote: z.boolean(),
  riskLevel: z.enum(RISK_LEVELS).nullable(),
  lastContactOn: calendarDate.nullable(),
  /** Null where no log says that they were told anything. */
  lastToldOn: calendarDate.nullable(),
  meetingLogId: recordId.nullable(),
  /** The first words of what they were told. */
  told: z.string(),
});
export type ToldRow = z.infer<typeof toldRow>;

export const rhythm = {
  /** Contacts by urgency: silence first, then what is overdue; all of them, or the first `limit`. */
  overview: vaultCall({
    arg: z.strictObject({
      filter: z.enum(RHYTHM_FILTERS).default('all'),
      /** Calendar months in the strip of each contact, the running one included. */
      months: z.number().int().min(1).max(36).default(12),
      limit: z.number().int().min(0).max(1_000).optional(),
    }),
    result: z.strictObject({
      rows: z.array(rhythmRow),
      /** How many pass each filter. */
      counts: z.record(z.enum(RHYTHM_FILTERS), z.number().int()),
      /** How many stand where, each counted once. */
      stands: z.record(z.enum(RHYTHM_STANDS), z.number().int()),
      /** The months of the strips: `2026-11`, the oldest first. */
      months: z.array(z.string()),
    }),
  }),
  /** How many of those contact is kept with were contacted in the last months, by place. */
  coverage: vaultCall({
    arg: z.strictObject({ months: z.number().int().min(1).max(36) }),
    result: z.strictObject({
      since: calendarDate,
      remote: share,
      notRemote: share,
      places: z.array(placeCoverage),
    }),
  }),
  /** When each was last told about our work, those not told for longest first. */
  told: vaultCall({
    arg: z.strictObject({ limit: z.number().int().min(1).max(1_000).default(200) }),
    result: z.strictObject({
      rows: z.array(toldRow),
      total: z.number().int(),
      /** How many of all were told nothing within their own rhythm twice over, or ever. */
      notToldForLong: z.number().int(),
    }),
  }),
  /** Everything that a contact was told about our work, newest first. */
  toldTo: vaultCall({
    arg: z.strictObject({ contactId: recordId }),
    result: z.array(
      z.strictObject({
        meetingLogId: recordId,
        title: z.string(),
        on: calendarDate,
        told: z.string(),
      }),
    ),
  }),
  /** Every promise of all meetings, or those of one contact or made since a day, in the order owed. */
  ledger: vaultCall({
    arg: z.strictObject({
      show: z.enum(LEDGER_FILTERS).default('owed'),
      contactId: recordId.optional(),
      madeSince: calendarDate.optional(),
      limit: z.number().int().min(1).max(1_000).default(200),
    }),
    result: z.strictObject({
      rows: z.array(promiseRow),
      /** How many there are of each, whichever are shown. */
      counts: z.record(z.enum(LEDGER_FILTERS), z.number().int()),
    }),
  }),
  /** Plans the next contact for a day from today on, or moves it there; null drops the plan. */
  plan: vaultCall({
    arg: z.strictObject({ contactId: recordId, on: calendarDate.nullable(), text: shortText }),
    result: written,
    failures: ['not-found'],
  }),
  /** Notes that somebody tried to reach the contact on a day, and was not answered. */
  noteAttempt: vaultCall({
    arg: z.strictObject({ contactId: recordId, on: calendarDate, text: shortText }),
    result: written,
    failures: ['not-found'],
  }),
  /** Gives a contact a rhythm of its own; null goes back to that of its level of risk. */
  setRhythm: vaultCall({
    arg: z.strictObject({
      contactId: recordId,
      everyDays: z.number().int().min(1).max(730).nullable(),
    }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
