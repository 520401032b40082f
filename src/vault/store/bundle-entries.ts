import { and, desc, eq, sql } from 'drizzle-orm';
import type { BundleEntry } from '../../shared/model/bundle-entry.ts';
import { bundleEntry } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

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
