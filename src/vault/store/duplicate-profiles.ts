import type { Contact } from '../../shared/model/contact.ts';
import type { Profile } from '../../shared/model/duplicates/find-duplicates.ts';
import type { RelationshipType } from '../../shared/model/vocabulary/contact.ts';
import { readRows } from '../db/read-rows.ts';
import type { ReadStore } from '../db/store.ts';

/** Ties to an organisation that two records of one person would share. */
const BELONGING: ReadonlySet<RelationshipType> = new Set(['member-of', 'employed-by', 'part-of']);

/** What every contact is compared by. One pass over the contacts, whatever their number. */
export function duplicateProfiles(store: ReadStore): Profile[] {
  const organisations = new Map<string, string[]>();
  const apart = new Map<string, Set<string>>();
  for (const { one, other, type } of readRows<Tie>(store, TIES)) {
    if (BELONGING.has(type)) put(organisations, one, other);
    // Whoever is tied to somebody is not that person.
    apart.set(one, (apart.get(one) ?? new Set()).add(other));
  }
  const days = new Map<string, string[]>();
  for (const { contactId, day } of readRows<Day>(store, DAYS)) put(days, contactId, day);
  return readRows<Row>(store, CONTACTS).map(({ names, methods, ...row }) => ({
    ...row,
    names: JSON.parse(names) as Contact['names'],
    methods: JSON.parse(methods) as Contact['methods'],
    organisationIds: organisations.get(row.id) ?? [],
    days: days.get(row.id) ?? [],
    apartFrom: apart.get(row.id) ?? new Set(),
  }));
}

/** Whether two contacts were ever met together. */
export function metTogether(store: ReadStore, one: string, other: string): boolean {
  return readRows(store, TOGETHER, one, other).length > 0;
}

type Row = Pick<Contact, 'id' | 'kind' | 'profession' | 'locality' | 'country'> & {
  readonly names: string;
  readonly methods: string;
};
interface Tie {
  readonly one: string;
  readonly other: string;
  readonly type: RelationshipType;
}
interface Day {
  readonly contactId: string;
  readonly day: string;
}

const CONTACTS = 'SELECT id, kind, names, methods, profession, locality, country FROM contact';
const TIES = `SELECT from_contact_id AS one, to_contact_id AS other, type FROM relationship`;
const DAYS = `SELECT contact_id AS contactId, since AS day FROM custody`;
const TOGETHER = `
  SELECT 1 FROM meeting_log_contact a JOIN meeting_log_contact b ON b.log_id = a.log_id
  WHERE a.contact_id = ? AND b.contact_id = ? LIMIT 1`;

function put(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
