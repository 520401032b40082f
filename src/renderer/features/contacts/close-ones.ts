import type { ContactPage } from '../../../shared/contract/contacts.ts';
import type { RelationshipType } from '../../../shared/model/vocabulary/contact.ts';

/** Ties of somebody who may be asked in a contact's stead, the nearest to a mandate first. */
const CLOSE_TYPES = [
  'trusted-proxy-of',
  'lawyer-of',
  'family-of',
] as const satisfies readonly RelationshipType[];

export interface CloseOne {
  readonly id: string;
  readonly label: string;
  readonly type: (typeof CLOSE_TYPES)[number];
}

/**
 * "Those close to them if their situation prevents them from being contacted": who can be asked
 * instead. A proxy and a lawyer are so for this contact, family is so both ways; a tie that ended is none.
 */
export function closeOnes(
  relationships: ContactPage['relationships'],
  today: string,
): readonly CloseOne[] {
  return CLOSE_TYPES.flatMap((type) =>
    relationships
      .filter(({ relationship, side }) => {
        const { until } = relationship;
        const isForThem = side === 'to' || type === 'family-of';
        return relationship.type === type && isForThem && (until === null || until >= today);
      })
      .map(({ other }) => ({ id: other.id, label: other.label, type })),
  );
}
