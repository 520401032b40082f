import type { z } from 'zod';
import type { calls, Calls } from '../../shared/contract/contract.ts';
import type { FailuresOf, Handlers } from '../../shared/contract/define.ts';
import type { MeetingLog } from '../../shared/model/meeting-log.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { fail, ok } from '../../shared/outcome.ts';
import type { RecordWriter } from '../db/change-log.ts';
import { readRecord } from '../db/record-table.ts';
import { attachmentsOf } from '../store/attachments.ts';
import { firstUnknownContact } from '../store/contacts.ts';
import {
  countMeetings,
  findMeetingLog,
  followUpsOfLog,
  meetingLineOf,
  meetingLines,
  promisesOfLog,
} from '../store/meeting-logs.ts';
import { plannedContacts } from '../store/rhythm.ts';
import { listFollowUps, listPromises } from '../store/settlements.ts';
import { invalid, notFound, type VaultContext } from './context.ts';
import { followUpRows, meetingRows, promiseRows } from './meeting-rows.ts';
import { write } from './write.ts';

type SaveArg = z.output<typeof calls.meetings.save.arg>;

export const meetingHandlers: Handlers<Calls, 'vault', VaultContext>['meetings'] = {
  list: ({ store }, { limit, offset, ...filter }) =>
    ok({
      rows: meetingRows(store, meetingLines(store, filter, { limit, offset })),
      total: countMeetings(store, filter),
    }),

  get: ({ store }, { id }) => {
    const meeting = findMeetingLog(store, id);
    const line = meetingLineOf(store, id);
    const row = line && meetingRows(store, [line])[0];
    if (meeting === null || !row) return notFound('meeting-log', id);
    return ok({
      meeting,
      row,
      promises: promiseRows(store, promisesOfLog(store, id)),
      followUps: followUpRows(store, followUpsOfLog(store, id)),
      attachments: attachmentsOf(store, 'meeting-log', id),
    });
  },

  save: (context, arg) => {
    const { store } = context;
    const before = arg.id === null ? null : findMeetingLog(store, arg.id);
    if (arg.id !== null && before === null) return notFound('meeting-log', arg.id);
    if (before?.state === 'sealed') return fail({ kind: 'sealed' });
    const refused = refusal(context, arg, before);
    if (refused !== null) return refused;
    const reason = arg.seal ? 'seal' : before === null ? 'create' : 'edit';
    const { changeSetId, value } = write(context, reason, (writer) => {
      const fields = { ...arg.fields, ...sealing(context, arg.seal) };
      const id = before?.id ?? writer.create('meeting-log', fields);
      // What belongs to the log is written before it is sealed.
      saveParts(writer, 'promise', promisesOfLog(store, id), id, arg.promises);
      saveParts(writer, 'follow-up', followUpsOfLog(store, id), id, arg.followUps);
      if (before !== null) writer.update('meeting-log', id, fields);
      settlePlannedContacts(context, writer, arg.fields);
      return id;
    });
    return ok({ id: value, changeSetId });
  },

  seal: (context, { id }) => {
    const log = findMeetingLog(context.store, id);
    if (log === null) return notFound('meeting-log', id);
    if (log.state === 'sealed') return fail({ kind: 'sealed' });
    const { changeSetId } = write(context, 'seal', (writer) => {
      writer.update('meeting-log', id, sealing(context, true));
    });
    return ok({ id, changeSetId });
  },

  removeDraft: (context, { id }) => {
    const { store } = context;
    const log = findMeetingLog(store, id);
    if (log === null) return notFound('meeting-log', id);
    if (log.state === 'sealed') return fail({ kind: 'sealed' });
    const { changeSetId } = write(context, 'remove', (writer) => {
      for (const promise of promisesOfLog(store, id)) writer.remove('promise', promise.id);
      for (const followUp of followUpsOfLog(store, id)) writer.remove('follow-up', followUp.id);
      for (const file of attachmentsOf(store, 'meeting-log', id)) {
        writer.remove('attachment', file.id);
      }
      writer.remove('meeting-log', id);
    });
    return ok({ id, changeSetId });
  },

  promises: ({ store }, filter) => ok(promiseRows(store, listPromises(store, filter))),

  settlePromise: (context, { id, state, settledOn, toldThemOn }) => {
    if (readRecord(context.store, 'promise', id) === null) return notFound('promise', id);
    const { changeSetId } = write(context, 'settle', (writer) => {
      writer.update('promise', id, { state, settledOn, toldThemOn });
    });
    return ok({ id, changeSetId });
  },

  followUps: ({ store }, filter) => ok(followUpRows(store, listFollowUps(store, filter))),

  settleFollowUp: (context, { id, state, settledOn }) => {
    if (readRecord(context.store, 'follow-up', id) === null) return notFound('follow-up', id);
    const { changeSetId } = write(context, 'settle', (writer) => {
      writer.update('follow-up', id, { state, settledOn });
    });
    return ok({ id, changeSetId });
  },
};

function sealing(context: VaultContext, seal: boolean): Pick<MeetingLog, 'state' | 'sealedAt'> {
  return seal
    ? { state: 'sealed', sealedAt: context.now().toISOString() }
    : { state: 'draft', sealedAt: null };
}

/** A contact that was made settles what was planned for its day or before; none is noted ahead. */
function settlePlannedContacts(
  context: VaultContext,
  writer: RecordWriter,
  { startedAt, participants }: SaveArg['fields'],
): void {
  const on = startedAt.slice(0, 10);
  if (on > context.today()) return;
  const met = participants.flatMap(({ contactId }) => contactId ?? []);
  for (const { id, dueOn } of plannedContacts(context.store, met)) {
    if (dueOn <= on) writer.update('task', id, { state: 'done', settledOn: on });
  }
}

type SaveRefusal = {
  readonly ok: false;
  readonly failure: FailuresOf<typeof calls.meetings.save>;
};

/** Why a log cannot be saved as given; null where it can. */
function refusal(
  { store }: VaultContext,
  arg: SaveArg,
  before: MeetingLog | null,
): SaveRefusal | null {
  const { correctsId } = arg.fields;
  if (correctsId !== null) {
    const corrected = findMeetingLog(store, correctsId);
    if (corrected === null) return notFound('meeting-log', correctsId);
    if (corrected.state !== 'sealed') return invalid(['fields', 'correctsId'], 'not-sealed');
  }
  const promises = before === null ? [] : promisesOfLog(store, before.id);
  const followUps = before === null ? [] : followUpsOfLog(store, before.id);
  // Who was named before stays named, though removed since; only the newly named must be known.
  const named = new Set([
    ...(before?.participants ?? []).map((participant) => participant.contactId),
    ...promises.map((promise) => promise.contactId),
    ...followUps.map((followUp) => followUp.contactId),
  ]);
  const naming = [...arg.fields.participants, ...arg.promises, ...arg.followUps]
    .map((part) => part.contactId)
    .filter((id) => id !== null)
    .filter((id) => !named.has(id));
  const unknown = firstUnknownContact(store, naming);
  if (unknown !== null) return notFound('contact', unknown);
  return (
    strangerAmong('promise', promises, arg.promises) ??
    strangerAmong('follow-up', followUps, arg.followUps)
  );
}

/** Refuses a part that is not one of this log's, or is there twice. */
function strangerAmong(
  type: RecordType,
  stored: readonly { readonly id: string }[],
  given: readonly { readonly id: string | null }[],
): SaveRefusal | null {
  const left = new Set(stored.map((part) => part.id));
  const stranger = given.find((part) => part.id !== null && !left.delete(part.id))?.id;
  return stranger ? notFound(type, stranger) : null;
}

/** Makes the new parts, changes the known ones and removes those that are no longer there. */
function saveParts<Type extends 'promise' | 'follow-up'>(
  writer: RecordWriter,
  type: Type,
  stored: readonly { readonly id: string }[],
  meetingLogId: string,
  given: readonly (SaveArg['promises'][number] | SaveArg['followUps'][number])[],
): void {
  const kept = new Set(given.map((part) => part.id));
  for (const { id } of stored) {
    if (!kept.has(id)) writer.remove(type, id);
  }
  for (const { id, ...rest } of given) {
    const fields = { ...rest, meetingLogId } as Parameters<typeof writer.create<Type>>[1];
    if (id === null) writer.create(type, fields);
    else writer.update(type, id, fields);
  }
}
