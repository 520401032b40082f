import { and, inArray, isNull } from 'drizzle-orm';
import type { RecordType } from '../../shared/model/record-type.ts';
import { change } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from '../store/id-list.ts';
import type { Portfolio } from './portfolio.ts';

/** The fields that name a contact, in the types of record that can be of several. */
const NAMING_FIELDS: Partial<Record<RecordType, readonly string[]>> = {
  relationship: ['fromContactId', 'toContactId'],
  'meeting-log': ['participants'],
  promise: ['contactId'],
  'follow-up': ['contactId'],
  action: ['subjectIds'],
};

/** Every contact that a record names or ever named, by the record's id. */
export type EverNamed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads it from the log: a record travels with its whole history, so who was taken off a log before
 * it was sealed is in the bundle as much as who is on it now.
 */
export function everNamedIn(store: ReadStore, portfolio: Portfolio): EverNamed {
  const named = new Map<string, Set<string>>();
  const ids = [
    ...portfolio.relationships,
    ...portfolio.meetingLogs,
    ...portfolio.promises,
    ...portfolio.followUps,
    ...portfolio.actions,
  ].map((record) => record.id);
  const rows = store.orm
    .select({
      type: change.recordType,
      id: change.recordId,
      field: change.field,
      before: change.oldValue,
      after: change.newValue,
    })
    .from(change)
    .where(
      and(
        isOneOf(change.recordId, ids),
        inArray(change.field, Object.values(NAMING_FIELDS).flat()),
        isNull(change.erasedAt),
      ),
    )
    .all();
  for (const { type, id, field, before, after } of rows) {
    if (NAMING_FIELDS[type as RecordType]?.includes(field) !== true) continue;
    const of = named.get(id) ?? new Set();
    for (const value of [before, after]) {
      for (const contactId of contactIdsOf(value)) of.add(contactId);
    }
    named.set(id, of);
  }
  return named;
}

/** The contacts in one logged value: an id, a list of ids, or a list of participants. */
function contactIdsOf(value: string | null): string[] {
  if (value === null) return [];
  const parsed = JSON.parse(value) as string | readonly (string | Participant)[];
  if (typeof parsed === 'string') return [parsed];
  return parsed.flatMap((one) => (typeof one === 'string' ? one : (one.contactId ?? [])));
}

interface Participant {
  readonly contactId: string | null;
}
