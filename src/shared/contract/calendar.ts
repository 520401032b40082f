import { z } from 'zod';
import { calendarDate, recordId } from '../model/primitives.ts';
import { CONSENT_PURPOSES } from '../model/vocabulary/consent.ts';
import { vaultCall } from './define.ts';
import { recordRef } from './parts.ts';

/** What stands in a calendar. A new kind needs a source in the vault and a word for it. */
export const CALENDAR_KINDS = [
  'hearing',
  'detention-visit',
  'release',
  'consent-review',
  'consent-expiry',
  'action-due',
  'action-review',
  'risk-review',
  'plan-review',
  'meeting',
  'next-contact',
  'promise',
  'follow-up',
  'task',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** Longest span that is asked for at once: a month with the weeks it begins and ends in. */
export const CALENDAR_DAYS_MAX = 62;

/** Something that is, was or is due on a day. */
export const calendarEntry = z.strictObject({
  kind: z.enum(CALENDAR_KINDS),
  record: recordRef,
  on: calendarDate,
  /** `09:30` at the place it happens at; null for what has a day only. */
  time: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** What somebody wrote; null where the kind says all, and in print where it may not be shown. */
  title: z.string().nullable(),
  /** The purpose, where it is about a consent. */
  purpose: z.enum(CONSENT_PURPOSES).nullable(),
  /** The step of an action's timeline, where its usual words are meant; the title is the action's. */
  step: z.string().nullable(),
  /** What started a task that nobody wrote by hand. */
  startedBy: z.string().nullable(),
  /** The months after the action, where it is a review of one. */
  months: z.number().int().nullable(),
  /** Settled, held, cancelled: nothing is left to do about it. */
  isOver: z.boolean(),
  /** Put off or called off. */
  isOff: z.boolean(),
  contacts: z.array(z.strictObject({ id: recordId, label: z.string() })),
});
export type CalendarEntry = z.infer<typeof calendarEntry>;

const span = {
  from: calendarDate,
  to: calendarDate,
  /** All kinds where it is left out. */
  kinds: z.array(z.enum(CALENDAR_KINDS)).max(CALENDAR_KINDS.length).optional(),
};

export const calendar = {
  /** Everything on these days, both among them, in order of day and time. */
  between: vaultCall({
    arg: z.strictObject(span).superRefine(checkSpan),
    result: z.array(calendarEntry),
  }),
  /**
   * The same for a sheet of paper, and an entry in the access log that says so: to be asked before
   * printing. Paper travels, so whoever's record may not travel inside the mission is on it by
   * code name only, and nothing that somebody wrote about them.
   */
  print: vaultCall({
    arg: z.strictObject(span).superRefine(checkSpan),
    result: z.strictObject({
      entries: z.array(calendarEntry),
      /** How many contacts are on it without their name. */
      unnamed: z.number().int(),
    }),
  }),
} as const;

function checkSpan(
  { from, to }: { readonly from: string; readonly to: string },
  context: z.RefinementCtx,
): void {
  if (to < from) context.addIssue({ code: 'custom', path: ['to'], message: 'ends-before-start' });
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days >= CALENDAR_DAYS_MAX) {
    context.addIssue({ code: 'custom', path: ['to'], message: 'too-big' });
  }
}
