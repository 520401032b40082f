import type { FollowUpRow, MeetingRow, PromiseRow } from '../../shared/contract/meetings.ts';
import type { FollowUp, PromiseRecord } from '../../shared/model/meeting-log.ts';
import type { ReadStore } from '../db/store.ts';
import { contactLabels } from '../store/labels.ts';
import {
  correctionsOf,
  type MeetingLine,
  meetingTitles,
  promiseCounts,
} from '../store/meeting-logs.ts';

/** The rows of a timeline for these lines, in their order. */
export function meetingRows(store: ReadStore, lines: readonly MeetingLine[]): MeetingRow[] {
  const ids = lines.map((line) => line.id);
  const counts = promiseCounts(store, ids);
  const corrections = correctionsOf(store, ids);
  const labels = contactLabels(store, lines.flatMap(contactsIn));
  return lines.map((line) => ({
    id: line.id,
    state: line.state,
    startedAt: line.startedAt,
    timeZone: line.timeZone,
    channel: line.channel,
    title: line.title,
    place: line.place,
    excerpt: line.saidStart,
    contacts: contactsIn(line).map((id) => ({ id, label: labels.get(id) ?? '' })),
    sensitivity: line.sensitivity,
    promises: counts.get(line.id)?.all ?? 0,
    openPromises: counts.get(line.id)?.open ?? 0,
    correctsId: line.correctsId,
    correctedById: corrections.get(line.id) ?? null,
  }));
}

export function promiseRows(store: ReadStore, promises: readonly PromiseRecord[]): PromiseRow[] {
  const labels = contactLabels(
    store,
    promises.map((promise) => promise.contactId),
  );
  const titles = titlesOf(store, promises);
  return promises.map((promise) => ({
    ...promise,
    contactLabel: labels.get(promise.contactId) ?? '',
    meetingTitle: titles.get(promise.meetingLogId) ?? '',
  }));
}

export function followUpRows(store: ReadStore, followUps: readonly FollowUp[]): FollowUpRow[] {
  const labels = contactLabels(
    store,
    followUps.flatMap((followUp) => followUp.contactId ?? []),
  );
  const titles = titlesOf(store, followUps);
  return followUps.map((followUp) => ({
    ...followUp,
    contactLabel: followUp.contactId === null ? null : (labels.get(followUp.contactId) ?? ''),
    meetingTitle: titles.get(followUp.meetingLogId) ?? '',
  }));
}

function titlesOf(
  store: ReadStore,
  items: readonly { readonly meetingLogId: string }[],
): ReadonlyMap<string, string> {
  return meetingTitles(
    store,
    items.map((item) => item.meetingLogId),
  );
}

/** The contacts who were there, each once, in the order they are named. */
function contactsIn(line: MeetingLine): string[] {
  return [...new Set(line.participants.flatMap((participant) => participant.contactId ?? []))];
}
