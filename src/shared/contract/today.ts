import { z } from 'zod';
import { calendarDate, instant, localDateTime, recordId, timeZone } from '../model/primitives.ts';
import { consentDue } from './consents.ts';
import { vaultCall } from './define.ts';
import { promiseRow } from './meetings.ts';
import { draftName } from './records.ts';
import { rhythmRow } from './rhythm.ts';

/** What can be due on a day, besides promises: they are owed to somebody and stand apart. */
export const DUE_KINDS = [
  'follow-up',
  'task',
  'action',
  'risk-review',
  'plan-review',
  'action-review',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** One thing to do by a day, and the records it leads to. */
export const dueRow = z.strictObject({
  kind: z.enum(DUE_KINDS),
  /** Names the row in a list: a step of an action that nobody touched has no id. */
  key: z.string(),
  /** What is to be done, in the words of the record; null for a review of risk and a usual step. */
  text: z.string().nullable(),
  /** The step of an action's timeline. */
  step: z.string().nullable(),
  dueOn: calendarDate.nullable(),
  /** Whom it is about. */
  contacts: z.array(z.strictObject({ id: recordId, label: z.string() })),
  actionId: recordId.nullable(),
  meetingLogId: recordId.nullable(),
  planId: recordId.nullable(),
});
export type DueRow = z.infer<typeof dueRow>;

export const hearingDue = z.strictObject({
  id: recordId,
  title: z.string(),
  contactId: recordId,
  contactLabel: z.string(),
  startsAt: localDateTime,
  timeZone,
  court: z.string(),
});
export type HearingDue = z.infer<typeof hearingDue>;

export const withoutConsent = z.strictObject({
  /** The action. */
  id: recordId,
  title: z.string(),
  /** What it goes on by, where consent is missing. */
  restsOn: z.enum(['nothing', 'override']),
  /** Whose consent is missing. */
  contacts: z.array(z.string()),
});
export type WithoutConsent = z.infer<typeof withoutConsent>;

/** The first rows of a section, and how many there are. */
function section<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ total: z.number().int(), rows: z.array(row) });
}

export const today = {
  /** What is waiting, the most urgent of each first: one call for the whole page. */
  overview: vaultCall({
    arg: z.strictObject({
      /** Rows of each section. */
      limit: z.number().int().min(1).max(100).default(6),
    }),
    result: z.strictObject({
      /** Contacts in the vault; with none there is nothing to wait for. */
      contacts: z.number().int(),
      /** Gone quiet beyond the rhythm, the most alarming first. */
      silent: section(rhythmRow),
      /** Late, or never met, and not silent. */
      overdue: section(rhythmRow),
      /** In court within seven days. */
      hearings: section(hearingDue),
      /** Due within seven days or late; then what has no day. */
      due: section(dueRow),
      /** Open promises, the soonest due first, then those settled without telling them. */
      promises: section(promiseRow),
      /** Consents that lapse or are to be looked at within thirty days. */
      consents: section(consentDue),
      /** Actions under way without the consent they need, on an override or on nothing. */
      withoutConsent: section(withoutConsent),
      drafts: z.array(z.strictObject({ ...draftName.shape, updatedAt: instant })),
    }),
  }),
} as const;
