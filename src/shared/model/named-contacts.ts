import { contactsInParticulars, type ActionParticulars } from './particulars.ts';
import type { RecordType } from './record-type.ts';

/** The fields of each type of record that name contacts. */
export const NAMING_FIELDS: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  relationship: ['fromContactId', 'toContactId'],
  'meeting-log': ['participants'],
  promise: ['contactId'],
  'follow-up': ['contactId'],
  'consent-event': ['contactId'],
  action: ['subjectIds', 'partners', 'particulars'],
  incident: ['victims', 'perpetrators'],
  'risk-assessment': ['contactId'],
  custody: ['contactId', 'lawyerContactId', 'familyContactId'],
  'visit-request': ['contactId'],
  hearing: ['contactId'],
  plan: ['subjectIds', 'partners'],
  task: ['contactId'],
};

type Naming =
  string | readonly (string | { readonly contactId: string | null })[] | ActionParticulars;

/** The contacts in one value of a naming field: an id, ids, entries with an id, or particulars. */
export function contactIdsIn(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const naming = value as Naming;
  if (typeof naming === 'string') return [naming];
  if (!Array.isArray(naming)) return contactsInParticulars(naming as ActionParticulars);
  const entries = naming as Extract<Naming, readonly unknown[]>;
  return entries.flatMap((one) => (typeof one === 'string' ? one : (one.contactId ?? [])));
}

/** Every contact that a record of this type names in its fields, once each. */
export function contactsNamed(type: RecordType, fields: object): string[] {
  const values = fields as Readonly<Record<string, unknown>>;
  return [...new Set((NAMING_FIELDS[type] ?? []).flatMap((field) => contactIdsIn(values[field])))];
}
