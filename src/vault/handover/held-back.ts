import type { RecordRef } from '../../shared/contract/parts.ts';
import {
  presenceAtHearing,
  presenceAtVisit,
  saysMore,
  unrestedBecause,
  type Presence,
} from '../../shared/model/presence.ts';
import type { RecordWriter } from '../db/change-log.ts';
import { readRecord } from '../db/record-table.ts';
import type { ReadStore } from '../db/store.ts';
import { findAction } from '../store/actions.ts';

/** A visit or an attendance that a bundle says of, and that rests on nothing here. */
export interface HeldBackPresence {
  readonly record: RecordRef;
  readonly contactId: string;
  readonly on: string;
}

type Presences = ReadonlyMap<string, Presence>;

/** What these visits and hearings say of a presence now: to be read before anything is taken in. */
export function presencesOf(store: ReadStore, records: Iterable<RecordRef>): Presences {
  const presences = new Map<string, Presence>();
  for (const record of records) {
    const presence = presenceOf(store, record);
    if (presence !== null) presences.set(record.id, presence);
  }
  return presences;
}

/**
 * The visits and attendances that came with a bundle and that no action here bears: it stayed
 * behind, is not for them, or is not under way, as where it was held back itself. What was put
 * down before stays as it is.
 */
export function unrestedPresences(
  store: ReadStore,
  before: Presences,
  records: readonly RecordRef[],
): HeldBackPresence[] {
  return records.flatMap((record) => {
    const presence = presenceOf(store, record);
    if (presence === null || !saysMore(before.get(record.id) ?? null, presence)) return [];
    const { actionId, contactId, on } = presence;
    const action = actionId === null ? null : findAction(store, actionId);
    return unrestedBecause(presence, action) === null ? [] : [{ record, contactId, on }];
  });
}

/** Takes a visit back to one that was granted, and a hearing to one that nobody attended. */
export function holdBackPresence(writer: RecordWriter, { record }: HeldBackPresence): void {
  const { type, id } = record;
  if (type === 'visit-request') writer.update('visit-request', id, { status: 'granted' });
  if (type !== 'hearing') return;
  const observers = writer.get('hearing', id)?.observers ?? [];
  writer.update('hearing', id, {
    observers: observers.map((observer) => ({ ...observer, attended: false })),
  });
}

function presenceOf(store: ReadStore, { type, id }: RecordRef): Presence | null {
  if (type === 'visit-request') {
    const visit = readRecord(store, type, id);
    return visit && presenceAtVisit(visit);
  }
  if (type === 'hearing') {
    const hearing = readRecord(store, type, id);
    return hearing && presenceAtHearing(hearing);
  }
  return null;
}
