import { count, eq, isNotNull, ne, sql } from 'drizzle-orm';
import { displayName, type Contact } from '../../shared/model/contact.ts';
import { contact } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** The contact as it stands; null where there is none. */
export function findContact(store: ReadStore, id: string): Contact | null {
  return store.orm.select().from(contact).where(eq(contact.id, id)).get() ?? null;
}

/** The contacts of these ids that there are, by id. */
export function contactsByIds(
  store: ReadStore,
  ids: readonly string[],
): ReadonlyMap<string, Contact> {
  const rows = store.orm.select().from(contact).where(isOneOf(contact.id, ids)).all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The first of these ids that no contact has; null where all are known. */
export function firstUnknownContact(store: ReadStore, ids: readonly string[]): string | null {
  const known = new Set(
    store.orm
      .select({ id: contact.id })
      .from(contact)
      .where(isOneOf(contact.id, ids))
      .all()
      .map((row) => row.id),
  );
  return ids.find((id) => !known.has(id)) ?? null;
}

/** Every contact that was taken in, archived ones too, in no order: no more than names it. */
export function listHeldContacts(
  store: ReadStore,
): { readonly id: string; readonly label: string; readonly hasLegitimateBasis: boolean }[] {
  return store.orm
    .select({ id: contact.id, names: contact.names, basis: isNotNull(contact.legitimateBasis) })
    .from(contact)
    .where(ne(contact.state, 'draft'))
    .all()
    .map(({ id, names, basis }) => ({
      id,
      label: displayName({ names }),
      hasLegitimateBasis: Boolean(basis),
    }));
}

export function countContacts(store: ReadStore): number {
  return store.orm.select({ count: count() }).from(contact).get()?.count ?? 0;
}

/** Every tag in use with the number of contacts that carry it, most used first. */
export function tagCounts(store: ReadStore): { tag: string; count: number }[] {
  return store.orm.all(sql`
    SELECT tag.value AS tag, count(*) AS count FROM ${contact}, json_each(${contact.tags}) AS tag
    GROUP BY tag.value ORDER BY count DESC, tag`);
}
