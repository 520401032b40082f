import { and, asc, desc, eq } from 'drizzle-orm';
import type { Entrustment } from '../../shared/model/entrustment.ts';
import { entrustment } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { groupBy } from './group-by.ts';
import { isOneOf } from './id-list.ts';

export function findEntrustment(store: ReadStore, id: string): Entrustment | null {
  return store.orm.select().from(entrustment).where(eq(entrustment.id, id)).get() ?? null;
}

/** Whether anybody was ever entrusted to anybody: asked at every write, so it costs nothing. */
export function hasEntrustments(store: ReadStore): boolean {
  return store.orm.select({ id: entrustment.id }).from(entrustment).limit(1).get() !== undefined;
}

/** All of them, newest first. */
export function listEntrustments(store: ReadStore): Entrustment[] {
  return store.orm
    .select()
    .from(entrustment)
    .orderBy(desc(entrustment.offeredOn), desc(entrustment.id))
    .all();
}

/** Those of these contacts, by contact. */
export function entrustmentsOf(
  store: ReadStore,
  contactIds: readonly string[],
): ReadonlyMap<string, readonly Entrustment[]> {
  const rows = store.orm
    .select()
    .from(entrustment)
    .where(isOneOf(entrustment.contactId, contactIds))
    .orderBy(asc(entrustment.id))
    .all();
  return groupBy(rows, ({ contactId }) => contactId ?? '');
}

/** Those that one bundle carried. */
export function entrustmentsInBundle(
  store: ReadStore,
  bundleId: string,
  direction: Entrustment['direction'],
): Entrustment[] {
  return store.orm
    .select()
    .from(entrustment)
    .where(and(eq(entrustment.bundleId, bundleId), eq(entrustment.direction, direction)))
    .orderBy(asc(entrustment.id))
    .all();
}
