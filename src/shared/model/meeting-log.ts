import { z } from 'zod';
import {
  calendarDate,
  instant,
  languageTag,
  localDateTime,
  longText,
  optionalShortText,
  recordId,
  shortText,
  timeZone,
} from './primitives.ts';
import {
  FOLLOW_UP_STATES,
  MEETING_CHANNELS,
  MEETING_LOG_STATES,
  PARTICIPANT_ROLES,
  PROMISE_STATES,
  SENSITIVITY_MARKINGS,
} from './vocabulary/meeting.ts';

/** Who was there: a contact of this vault, or a name alone. */
export const participant = z
  .strictObject({
    contactId: recordId.nullable(),
    name: optionalShortText,
    role: z.enum(PARTICIPANT_ROLES),
  })
  .refine((value) => value.contactId !== null || value.name !== null, {
    error: 'contact-or-name',
    path: ['name'],
  });
export type Participant = z.infer<typeof participant>;

/** One steady-state contact: when, where, how, who, what was said, what we told them. */
export const meetingLogFields = z.strictObject({
  state: z.enum(MEETING_LOG_STATES),
  /** Wall-clock time at the place of the meeting, with the zone it is in. */
  startedAt: localDateTime,
  timeZone,
  durationMinutes: z.number().int().min(1).max(10_080).nullable(),
  channel: z.enum(MEETING_CHANNELS),
  place: optionalShortText,
  participants: z.array(participant).min(1).max(200),
  language: languageTag.nullable(),
  interpreter: optionalShortText,
  title: shortText,
  /** What was said. */
  said: longText,
  /** What we told them: the paper asks that defenders are "regularly updated on the work". */
  told: longText,
  sensitivity: z.enum(SENSITIVITY_MARKINGS),
  /** The sealed log that this one corrects. */
  correctsId: recordId.nullable(),
  sealedAt: instant.nullable(),
});
export type MeetingLogFields = z.infer<typeof meetingLogFields>;
export type MeetingLog = MeetingLogFields & { readonly id: string };

/** Something we promised at a meeting: by when, whether kept, and whether they were told so. */
export const promiseFields = z.strictObject({
  meetingLogId: recordId,
  contactId: recordId,
  text: shortText,
  dueOn: calendarDate.nullable(),
  state: z.enum(PROMISE_STATES),
  settledOn: calendarDate.nullable(),
  toldThemOn: calendarDate.nullable(),
});
export type PromiseFields = z.infer<typeof promiseFields>;
export type PromiseRecord = PromiseFields & { readonly id: string };

/** Something to do after a meeting, for ourselves. */
export const followUpFields = z.strictObject({
  meetingLogId: recordId,
  contactId: recordId.nullable(),
  text: shortText,
  dueOn: calendarDate.nullable(),
  assignedTo: optionalShortText,
  state: z.enum(FOLLOW_UP_STATES),
  settledOn: calendarDate.nullable(),
});
export type FollowUpFields = z.infer<typeof followUpFields>;
export type FollowUp = FollowUpFields & { readonly id: string };
