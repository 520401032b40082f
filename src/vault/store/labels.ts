import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { type ContactName, displayName } from '../../shared/model/contact.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { readRecord } from '../db/record-table.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/**
 * The names that these contacts are shown by. One who was removed has the name from the history;
 * one nobody knows (or whose name was erased) has the empty string, for the interface to word.
 */
export function contactLabels(
  store: ReadStore,
  ids: Iterable<string>,
): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)];
  const rows = store.orm
    .select({ id: contact.id, names: contact.names })
    .from(contact)
    .where(isOneOf(contact.id, wanted))
    .all();
  const labels = new Map(rows.map((row) => [row.id, displayName(row)]));
  for (const id of wanted) {
    if (!labels.has(id)) labels.set(id, pastLabel(store, 'contact', id));
  }
  return labels;
}

/** What names a record today, or named it at its removal; empty where nothing is known. */
export function recordLabel(store: ReadStore, { type, id }: RecordRef): string {
  const fields = readRecord(store, type, id) as Readonly<Record<string, unknown>> | null;
  return fields === null ? pastLabel(store, type, id) : labelFrom(store, type, fields);
}

/** The fields that a record's label is made of. */
const LABEL_FIELDS = {
  contact: ['names'],
  relationship: ['fromContactId', 'toContactId'],
  'meeting-log': ['title'],
  promise: ['text'],
  'follow-up': ['text'],
  'consent-event': ['contactId'],
  action: ['title'],
  incident: ['title'],
  'risk-assessment': ['contactId'],
  custody: ['contactId'],
  'visit-request': ['contactId'],
  hearing: ['title'],
  plan: ['title'],
  'action-review': ['actionId'],
  task: ['text'],
  attachment: ['name'],
  officer: ['name'],
  'bundle-entry': ['counterpartName'],
} as const satisfies Record<RecordType, readonly string[]>;

/** Types that are named by their contacts, having no name of their own. */
const LABELLED_BY_CONTACT: ReadonlySet<RecordType> = new Set<RecordType>([
  'relationship',
  'consent-event',
  'risk-assessment',
  'custody',
  'visit-request',
]);

function labelFrom(
  store: ReadStore,
  type: RecordType,
  fields: Readonly<Record<string, unknown>>,
): string {
  const values = LABEL_FIELDS[type].map((field) => fields[field]);
  if (type === 'contact') {
    const names = values[0] as readonly ContactName[] | undefined;
    return displayName({ names: [...(names ?? [])] });
  }
  const texts = values.filter((value) => typeof value === 'string');
  if (type === 'action-review') return recordLabel(store, { type: 'action', id: texts[0] ?? '' });
  if (!LABELLED_BY_CONTACT.has(type)) return texts[0] ?? '';
  const labels = contactLabels(store, texts);
  return texts.map((id) => labels.get(id) ?? '').join(' – ');
}

function pastLabel(store: ReadStore, type: RecordType, id: string): string {
  const rows = store.orm.all<{ field: string; oldValue: string | null; newValue: string | null }>(
    sql`SELECT field, old_value AS oldValue, new_value AS newValue FROM change
        WHERE record_type = ${type} AND record_id = ${id}
          AND ${isOneOf(sql`field`, LABEL_FIELDS[type])}
        ORDER BY seq DESC`,
  );
  const fields: Record<string, unknown> = {};
  for (const { field, oldValue, newValue } of rows) {
    const text = newValue ?? oldValue;
    if (text !== null && !(field in fields)) fields[field] = JSON.parse(text);
  }
  return labelFrom(store, type, fields);
}
