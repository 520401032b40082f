import { and, desc, eq, sql } from 'drizzle-orm';
import type { BundleEntry } from '../../shared/model/bundle-entry.ts';
import { bundleEntry } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** The bundles that carried a contact out of this vault, newest first. */
export function bundlesOutWith(store: ReadStore, contactId: string): BundleEntry[] {
  return store.orm
    .select()
    .from(bundleEntry)
    .where(
      and(
        eq(bundleEntry.direction, 'out'),
        sql`EXISTS (SELECT 1 FROM json_each(${bundleEntry.contactIds}) WHERE value = ${contactId})`,
      ),
    )
    .orderBy(desc(bundleEntry.at), desc(bundleEntry.id))
    .all();
}

/** The whole register, newest first. */
export function listBundleEntries(store: ReadStore): BundleEntry[] {
  return store.orm
    .select()
    .from(bundleEntry)
    .orderBy(desc(bundleEntry.at), desc(bundleEntry.id))
    .all();
}

export function findBundleEntry(store: ReadStore, id: string): BundleEntry | null {
  return store.orm.select().from(bundleEntry).where(eq(bundleEntry.id, id)).get() ?? null;
}

/** The entries of these ids that there are, by id. */
export function bundleEntriesByIds(
  store: ReadStore,
  ids: readonly string[],
): ReadonlyMap<string, BundleEntry> {
  const rows = store.orm.select().from(bundleEntry).where(isOneOf(bundleEntry.id, ids)).all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The last bundle that went to an officer; null where none did. */
export function lastBundleTo(store: ReadStore, officerId: string): BundleEntry | null {
  return (
    store.orm
      .select()
      .from(bundleEntry)
      .where(and(eq(bundleEntry.direction, 'out'), eq(bundleEntry.counterpartId, officerId)))
      .orderBy(desc(bundleEntry.sequence))
      .get() ?? null
  );
}
