import { z } from 'zod';
import { calls } from '../../../shared/contract/contract.ts';
import type { ArgOf, ResultOf } from '../../../shared/contract/define.ts';
import {
  FOLLOW_UP_STATES,
  MEETING_CHANNELS,
  PARTICIPANT_ROLES,
  PROMISE_STATES,
  SENSITIVITY_MARKINGS,
} from '../../../shared/model/vocabulary/meeting.ts';

/** The schema of the form: what `meetings.save` takes, without what the buttons decide. */
export const meetingForm = calls.meetings.save.arg.omit({ id: true, seal: true });
export type MeetingFormValues = z.input<typeof meetingForm>;
export type MeetingFormParsed = z.output<typeof meetingForm>;
export type SaveMeeting = ArgOf<typeof calls.meetings.save>;
export type StoredMeeting = ResultOf<typeof calls.meetings.get>;

export interface NewMeeting {
  readonly contactIds: readonly string[];
  /** Wall-clock time at the officer's place, `2026-11-24T09:30`. */
  readonly startedAt: string;
  readonly timeZone: string;
}

/** A new log for the given contacts, now, in person. */
export function emptyMeeting(start: NewMeeting): MeetingFormValues {
  return {
    fields: {
      startedAt: start.startedAt,
      timeZone: start.timeZone,
      durationMinutes: null,
      channel: 'in-person',
      place: null,
      participants: start.contactIds.map((contactId) => ({
        contactId,
        name: null,
        role: 'defender',
      })),
      language: null,
      interpreter: null,
      title: '',
      said: '',
      told: '',
      sensitivity: 'normal',
      correctsId: null,
    },
    promises: [],
    followUps: [],
  };
}

/** A stored draft as the form holds it. */
export function storedMeeting(stored: StoredMeeting): MeetingFormValues {
  const { id: _id, state: _state, sealedAt: _sealedAt, ...fields } = stored.meeting;
  return {
    fields,
    promises: stored.promises.map(
      ({ id, contactId, text, dueOn, state, settledOn, toldThemOn }) => ({
        id,
        contactId,
        text,
        dueOn,
        state,
        settledOn,
        toldThemOn,
      }),
    ),
    followUps: stored.followUps.map(
      ({ id, contactId, text, dueOn, assignedTo, state, settledOn }) => ({
        id,
        contactId,
        text,
        dueOn,
        assignedTo,
        state,
        settledOn,
      }),
    ),
  };
}

/**
 * A new log that corrects a sealed one: the same words, to be put right. Promises and follow-ups
 * stay with the log in which they were made, so that none is counted twice.
 */
export function correctionOf(stored: StoredMeeting): MeetingFormValues {
  const values = storedMeeting(stored);
  return {
    fields: { ...values.fields, correctsId: stored.meeting.id },
    promises: [],
    followUps: [],
  };
}

/**
 * The form's schema behind the form: rows at the end in which nothing was written are left out, so
 * that an opened and unused row is no error. One in the middle keeps its place and its error.
 */
export const meetingFormLenient = z.preprocess(
  (values) => withoutUnusedRows(values as MeetingFormValues),
  meetingForm,
) as unknown as z.ZodType<MeetingFormParsed, MeetingFormValues>;

export function withoutUnusedRows(values: MeetingFormValues): MeetingFormValues {
  return {
    fields: {
      ...values.fields,
      participants: trimmed(
        values.fields.participants,
        (entry) => entry.contactId === null && (entry.name ?? '').trim() === '',
      ),
    },
    promises: trimmed(values.promises, (row) => row.id === null && row.text.trim() === ''),
    followUps: trimmed(values.followUps, (row) => row.id === null && row.text.trim() === ''),
  };
}

function trimmed<Row>(rows: readonly Row[], isUnused: (row: Row) => boolean): Row[] {
  let end = rows.length;
  while (end > 0 && isUnused(rows[end - 1] as Row)) end -= 1;
  return rows.slice(0, end);
}

const words = z.string();
const maybe = z.string().nullable();

/** What an unfinished form may look like; only the shape is checked, the rest is still being typed. */
const unfinished = z.object({
  fields: z.object({
    startedAt: words,
    timeZone: words,
    durationMinutes: z.number().nullable(),
    channel: z.enum(MEETING_CHANNELS),
    place: maybe,
    participants: z.array(
      z.object({ contactId: maybe, name: maybe, role: z.enum(PARTICIPANT_ROLES) }),
    ),
    language: maybe,
    interpreter: maybe,
    title: words,
    said: words,
    told: words,
    sensitivity: z.enum(SENSITIVITY_MARKINGS),
    correctsId: maybe,
  }),
  promises: z.array(
    z.object({
      id: maybe,
      contactId: words,
      text: words,
      dueOn: maybe,
      state: z.enum(PROMISE_STATES),
      settledOn: maybe,
      toldThemOn: maybe,
    }),
  ),
  followUps: z.array(
    z.object({
      id: maybe,
      contactId: maybe,
      text: words,
      dueOn: maybe,
      assignedTo: maybe,
      state: z.enum(FOLLOW_UP_STATES),
      settledOn: maybe,
    }),
  ),
});

/** An autosaved form body, or null where it is not one of this form (another version wrote it). */
export function unfinishedMeeting(body: unknown): MeetingFormValues | null {
  const parsed = unfinished.safeParse(body);
  return parsed.success ? parsed.data : null;
}
