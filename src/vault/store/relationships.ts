import { eq, or } from 'drizzle-orm';
import type { Relationship } from '../../shared/model/relationship.ts';
import { relationship } from '../db/schema.ts';
import type { ReadStore } from '../db/store.ts';

/** The relationships in which a contact stands on either side. */
export function relationshipsOf(store: ReadStore, contactId: string): readonly Relationship[] {
  return store.orm
    .select()
    .from(relationship)
    .where(or(eq(relationship.fromContactId, contactId), eq(relationship.toContactId, contactId)))
    .orderBy(relationship.id)
    .all();
}
