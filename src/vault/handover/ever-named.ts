import { and, inArray, isNull } from 'drizzle-orm';
import { contactIdsIn, NAMING_FIELDS } from '../../shared/model/named-contacts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { change } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from '../store/id-list.ts';
import type { Portfolio } from './portfolio.ts';

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
    ...portfolio.incidents,
    ...portfolio.riskAssessments,
    ...portfolio.custodies,
    ...portfolio.visitRequests,
    ...portfolio.hearings,
    ...portfolio.plans,
    ...portfolio.tasks,
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
        inArray(change.field, [...new Set(Object.values(NAMING_FIELDS).flat())]),
        isNull(change.erasedAt),
      ),
    )
    .all();
  for (const { type, id, field, before, after } of rows) {
    if (NAMING_FIELDS[type as RecordType]?.includes(field) !== true) continue;
    const of = named.get(id) ?? new Set();
    for (const value of [before, after]) {
      for (const contactId of contactIdsIn(value === null ? null : JSON.parse(value))) {
        of.add(contactId);
      }
    }
    named.set(id, of);
  }
  return named;
}
