import { z } from 'zod';
import { followUpFields, meetingLogFields, promiseFields } from '../model/meeting-log.ts';
import { calendarDate, recordId } from '../model/primitives.ts';
import {
  FOLLOW_UP_STATES,
  MEETING_LOG_STATES,
  PROMISE_STATES,
} from '../model/vocabulary/meeting.ts';
import { attachmentFields } from '../model/attachment.ts';
import { vaultCall } from './define.ts';
import { written } from './parts.ts';

const contactLabel = z.strictObject({ id: recordId, label: z.string() });

/** One entry of a timeline. */
export const meetingRow = z.strictObject({
  id: recordId,
  state: z.enum(MEETING_LOG_STATES),
  startedAt: z.string(),
  timeZone: z.string(),
  channel: meetingLogFields.shape.channel,
  title: z.string(),
  place: z.string().nullable(),
  /** The first 280 characters of what was said. */
  excerpt: z.string(),
  contacts: z.array(contactLabel),
  sensitivity: meetingLogFields.shape.sensitivity,
  promises: z.number().int(),
  openPromises: z.number().int(),
  correctsId: recordId.nullable(),
  correctedById: recordId.nullable(),
});
export type MeetingRow = z.infer<typeof meetingRow>;

export const promiseRow = z.strictObject({
  ...promiseFields.shape,
  id: recordId,
  contactLabel: z.string(),
  meetingTitle: z.string(),
});
export type PromiseRow = z.infer<typeof promiseRow>;
export const followUpRow = z.strictObject({
  ...followUpFields.shape,
  id: recordId,
  contactLabel: z.string().nullable(),
  meetingTitle: z.string(),
});
export type FollowUpRow = z.infer<typeof followUpRow>;

/** A promise or follow-up as the meeting form holds it: an id once it has been stored. */
const promiseInput = z.strictObject({
  ...promiseFields.omit({ meetingLogId: true }).shape,
  id: recordId.nullable(),
});
const followUpInput = z.strictObject({
  ...followUpFields.omit({ meetingLogId: true }).shape,
  id: recordId.nullable(),
});

export const meetings = {
  /** Newest first. */
  list: vaultCall({
    arg: z.strictObject({
      contactId: recordId.optional(),
      from: calendarDate.optional(),
      to: calendarDate.optional(),
      states: z.array(z.enum(MEETING_LOG_STATES)).optional(),
      limit: z.number().int().min(1).max(1_000).default(200),
      /** Rows to skip, from the newest. */
      offset: z.number().int().min(0).default(0),
    }),
    result: z.strictObject({ rows: z.array(meetingRow), total: z.number().int() }),
  }),
  get: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: z.strictObject({
      meeting: z.strictObject({ ...meetingLogFields.shape, id: recordId }),
      row: meetingRow,
      promises: z.array(promiseRow),
      followUps: z.array(followUpRow),
      attachments: z.array(z.strictObject({ ...attachmentFields.shape, id: recordId })),
    }),
    failures: ['not-found'],
  }),
  /**
   * Creates (no id) or changes a draft log with its promises and follow-ups. `seal` seals it in the
   * same change set. A sealed log is refused with `sealed`.
   */
  save: vaultCall({
    arg: z.strictObject({
      id: recordId.nullable(),
      fields: meetingLogFields.omit({ state: true, sealedAt: true }),
      promises: z.array(promiseInput).max(100),
      followUps: z.array(followUpInput).max(100),
      seal: z.boolean(),
    }),
    result: written,
    failures: ['not-found', 'sealed'],
  }),
  seal: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found', 'sealed'],
  }),
  /** Removes a draft log with its promises and follow-ups. */
  removeDraft: vaultCall({
    arg: z.strictObject({ id: recordId }),
    result: written,
    failures: ['not-found', 'sealed'],
  }),
  promises: vaultCall({
    arg: z.strictObject({
      contactId: recordId.optional(),
      states: z.array(z.enum(PROMISE_STATES)).optional(),
    }),
    result: z.array(promiseRow),
  }),
  /** Records that a promise was kept, broken or released, and when they were told. */
  settlePromise: vaultCall({
    arg: z.strictObject({
      id: recordId,
      state: z.enum(PROMISE_STATES),
      settledOn: calendarDate.nullable(),
      toldThemOn: calendarDate.nullable(),
    }),
    result: written,
    failures: ['not-found'],
  }),
  followUps: vaultCall({
    arg: z.strictObject({
      contactId: recordId.optional(),
      states: z.array(z.enum(FOLLOW_UP_STATES)).optional(),
    }),
    result: z.array(followUpRow),
  }),
  settleFollowUp: vaultCall({
    arg: z.strictObject({
      id: recordId,
      state: z.enum(FOLLOW_UP_STATES),
      settledOn: calendarDate.nullable(),
    }),
    result: written,
    failures: ['not-found'],
  }),
} as const;
