import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import { iterateFields } from './record-table.ts';
import type { AnyFields, FieldsOf } from './record-types.ts';
import { searchDocument } from './search-document.ts';
import { indexText } from './search-text.ts';
import {
  INTERNALS,
  prepared,
  type ReadStore,
  type StoreInternals,
  type WriteStore,
} from './store-internals.ts';
import { transact } from './transaction.ts';

/*
 * What is worked out from the record tables and kept beside them: who was at which meeting, whom
 * an action or a plan is for, whom an incident names, and the search index. Kept up with each change, inside its transaction, here
 * and nowhere else. Law: kept up step by step, it equals what `rebuildDerived` makes anew.
 */

/** Brings what is derived from one record up to date; `fields` is null where it was removed. */
export function refreshDerived(
  internals: StoreInternals,
  type: RecordType,
  id: string,
  fields: AnyFields | null,
): void {
  if (type === 'meeting-log') refreshLogContacts(internals, id, fields);
  if (type === 'action') {
    const { subjectIds } = (fields ?? { subjectIds: [] }) as unknown as FieldsOf<'action'>;
    refreshSubjects(internals, 'action', id, subjectIds);
  }
  if (type === 'plan') {
    const { subjectIds } = (fields ?? { subjectIds: [] }) as unknown as FieldsOf<'plan'>;
    refreshSubjects(internals, 'plan', id, subjectIds);
  }
  if (type === 'incident') refreshIncidentContacts(internals, id, fields);
  refreshSearch(internals, type, id, fields);
}

/** Makes everything derived anew from the record tables. */
export function rebuildDerived(store: WriteStore): void {
  const internals = store[INTERNALS];
  transact(store, () => {
    internals.database.exec(
      'DELETE FROM meeting_log_contact; DELETE FROM action_subject; DELETE FROM plan_subject;' +
        ' DELETE FROM incident_contact; DELETE FROM search_row;' +
        ' DELETE FROM search_index;',
    );
    for (const type of RECORD_TYPES) {
      // Read to the end first: SQLite does not write while a statement is being iterated.
      const records = Array.from(iterateFields(internals, type));
      for (const { id, fields } of records) {
        refreshDerived(internals, type, id, fields);
      }
    }
  });
}

/** Everything derived, in a fixed order: two equal snapshots are equal derived tables. */
export function derivedSnapshot(store: ReadStore): readonly unknown[] {
  const { database } = store[INTERNALS];
  return [
    'SELECT log_id, contact_id, started_at FROM meeting_log_contact ORDER BY 1, 2',
    'SELECT action_id, contact_id FROM action_subject ORDER BY 1, 2',
    'SELECT plan_id, contact_id FROM plan_subject ORDER BY 1, 2',
    'SELECT incident_id, contact_id, occurred_on FROM incident_contact ORDER BY 1, 2',
    `SELECT r.record_type, r.record_id, i.title, i.body
     FROM search_row r LEFT JOIN search_index i ON i.rowid = r.row_id ORDER BY 1, 2`,
    'SELECT count(*) FROM search_index',
  ].map((text) => database.prepare(text).raw().all());
}

function refreshLogContacts(internals: StoreInternals, id: string, fields: AnyFields | null): void {
  prepared(internals, 'DELETE FROM meeting_log_contact WHERE log_id = ?').run(id);
  if (fields === null) return;
  const log = fields as unknown as FieldsOf<'meeting-log'>;
  const insert = prepared(
    internals,
    'INSERT OR IGNORE INTO meeting_log_contact (log_id, contact_id, started_at) VALUES (?, ?, ?)',
  );
  for (const { contactId } of log.participants) {
    if (contactId !== null) insert.run(id, contactId, log.startedAt);
  }
}

function refreshSubjects(
  internals: StoreInternals,
  of: 'action' | 'plan',
  id: string,
  subjectIds: readonly string[],
): void {
  prepared(internals, `DELETE FROM ${of}_subject WHERE ${of}_id = ?`).run(id);
  const insert = prepared(
    internals,
    `INSERT OR IGNORE INTO ${of}_subject (${of}_id, contact_id) VALUES (?, ?)`,
  );
  for (const contactId of subjectIds) insert.run(id, contactId);
}

function refreshIncidentContacts(
  internals: StoreInternals,
  id: string,
  fields: AnyFields | null,
): void {
  prepared(internals, 'DELETE FROM incident_contact WHERE incident_id = ?').run(id);
  if (fields === null) return;
  const { victims, perpetrators, occurredOn } = fields as unknown as FieldsOf<'incident'>;
  const insert = prepared(
    internals,
    'INSERT OR IGNORE INTO incident_contact (incident_id, contact_id, occurred_on) VALUES (?, ?, ?)',
  );
  for (const { contactId } of [...victims, ...perpetrators]) {
    if (contactId !== null) insert.run(id, contactId, occurredOn);
  }
}

function refreshSearch(
  internals: StoreInternals,
  type: RecordType,
  id: string,
  fields: AnyFields | null,
): void {
  const document = fields === null ? null : searchDocument(type, fields);
  const rowId = prepared<number>(
    internals,
    'SELECT row_id FROM search_row WHERE record_type = ? AND record_id = ?',
  )
    .pluck()
    .get(type, id);
  if (rowId !== undefined) {
    prepared(internals, 'DELETE FROM search_index WHERE rowid = ?').run(rowId);
    if (document === null)
      prepared(internals, 'DELETE FROM search_row WHERE row_id = ?').run(rowId);
  }
  if (document === null) return;
  const row =
    rowId ??
    prepared(internals, 'INSERT INTO search_row (record_type, record_id) VALUES (?, ?)').run(
      type,
      id,
    ).lastInsertRowid;
  prepared(internals, 'INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)').run(
    row,
    indexText(document.title),
    indexText(document.body),
  );
}
