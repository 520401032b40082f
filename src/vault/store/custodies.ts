import { and, desc, eq, ne } from 'drizzle-orm';
import type { Custody, VisitRequest } from '../../shared/model/custody.ts';
import { custody, visitRequest } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

export function findCustody(store: ReadStore, id: string): Custody | null {
  return store.orm.select().from(custody).where(eq(custody.id, id)).get() ?? null;
}

export function listCustodies(store: ReadStore, filter: { readonly onlyHeld: boolean }): Custody[] {
  return store.orm
    .select()
    .from(custody)
    .where(filter.onlyHeld ? ne(custody.state, 'released') : undefined)
    .orderBy(custody.since, custody.id)
    .all();
}

/** The detentions of a contact, newest first. */
export function custodiesOf(store: ReadStore, contactId: string): Custody[] {
  return store.orm
    .select()
    .from(custody)
    .where(eq(custody.contactId, contactId))
    .orderBy(desc(custody.since), desc(custody.id))
    .all();
}

/** A detention of this contact, other than the given one, that has not ended; null if none. */
export function otherOpenCustody(
  store: ReadStore,
  contactId: string,
  exceptId: string | null,
): Custody | null {
  const open = store.orm
    .select()
    .from(custody)
    .where(and(eq(custody.contactId, contactId), ne(custody.state, 'released')))
    .orderBy(custody.id)
    .all();
  return open.find(({ id }) => id !== exceptId) ?? null;
}

export function findVisitRequest(store: ReadStore, id: string): VisitRequest | null {
  return store.orm.select().from(visitRequest).where(eq(visitRequest.id, id)).get() ?? null;
}

/** The visit requests of these detentions, in the order in which they were made. */
export function visitRequestsOf(store: ReadStore, custodyIds: readonly string[]): VisitRequest[] {
  return store.orm
    .select()
    .from(visitRequest)
    .where(isOneOf(visitRequest.custodyId, custodyIds))
    .orderBy(visitRequest.requestedOn, visitRequest.id)
    .all();
}
