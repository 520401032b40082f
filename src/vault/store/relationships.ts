import { eq, or, sql } from 'drizzle-orm';
import type { Relationship, RelationshipFields } from '../../shared/model/relationship.ts';
import { ORDERING_RELATIONSHIPS } from '../../shared/model/vocabulary/contact.ts';
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

/**
 * Whether a relationship would close a circle of those that order contacts: a group that is part of
 * its own member. What has ended orders nobody any more.
 * @param id The stored relationship it takes the place of, or null.
 */
export function wouldCloseCircle(
  store: ReadStore,
  id: string | null,
  { fromContactId, toContactId, type, until }: RelationshipFields,
): boolean {
  const ordering = ORDERING_RELATIONSHIPS.find((types) => types.includes(type));
  if (ordering === undefined || until !== null) return false;
  // UNION, not UNION ALL: a circle that a merge closed is gone round once.
  const above = store.orm.get(sql`
    WITH RECURSIVE above(contact_id) AS (
      VALUES (${toContactId})
      UNION
      SELECT r.to_contact_id FROM above JOIN relationship r ON r.from_contact_id = above.contact_id
      WHERE r.until IS NULL AND r.id IS NOT ${id}
        AND r.type IN (SELECT value FROM json_each(${JSON.stringify(ordering)}))
    )
    SELECT 1 AS found FROM above WHERE contact_id = ${fromContactId}`);
  return above !== undefined;
}
