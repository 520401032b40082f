import { and, desc, eq, exists, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { BundleEntry } from '../../shared/model/bundle-entry.ts';
import { bundleEntry, officer, sentRecord } from '../db/schema.ts';
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

/** What came from an officer under a signing key, which has a count of its own; oldest first. */
export function bundlesInFrom(
  store: ReadStore,
  officerId: string,
  signingKey: string,
): BundleEntry[] {
  return store.orm
    .select()
    .from(bundleEntry)
    .where(ofCount('in', officerId, signingKey))
    .orderBy(bundleEntry.sequence)
    .all();
}

/** Shares that end by a day and were not taken back, the soonest first. */
export function sharesEnding(store: ReadStore, until: string): BundleEntry[] {
  return store.orm
    .select()
    .from(bundleEntry)
    .where(
      and(
        eq(bundleEntry.direction, 'out'),
        eq(bundleEntry.kind, 'share'),
        isNull(bundleEntry.revokedOn),
        lte(bundleEntry.until, until),
      ),
    )
    .orderBy(bundleEntry.until, bundleEntry.id)
    .all();
}

/**
 * The last bundle that went to an officer signed with the key that we have now; null where none
 * did. Who takes a new key begins a new count, so that one that forked can be ended.
 */
export function lastBundleTo(store: ReadStore, officerId: string): BundleEntry | null {
  return lastOut(store, officerId, undefined);
}

/**
 * The last of them with records, if it is not known to be lost: what an update builds on. Null
 * where there is none.
 */
export function baseOfUpdate(store: ReadStore, officerId: string): BundleEntry | null {
  const held = store.orm
    .select({ id: sentRecord.bundleId })
    .from(sentRecord)
    .where(eq(sentRecord.bundleId, bundleEntry.id));
  return lastOut(store, officerId, exists(held));
}

function lastOut(store: ReadStore, officerId: string, also: SQL | undefined): BundleEntry | null {
  const own = store.orm.select().from(officer).where(eq(officer.trust, 'self')).get();
  if (own === undefined) throw new Error('the vault has no record of its own officer');
  return (
    store.orm
      .select()
      .from(bundleEntry)
      .where(and(ofCount('out', officerId, own.keys.signingKey), also))
      .orderBy(desc(bundleEntry.sequence))
      .get() ?? null
  );
}

/** The entries of one count; one from before keys were kept is of each. */
function ofCount(direction: BundleEntry['direction'], officerId: string, signingKey: string) {
  return and(
    eq(bundleEntry.direction, direction),
    eq(bundleEntry.counterpartId, officerId),
    or(eq(bundleEntry.signingKey, signingKey), isNull(bundleEntry.signingKey)),
  );
}
