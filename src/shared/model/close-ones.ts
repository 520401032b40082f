import type { RelationshipFields } from './relationship.ts';
import type { RelationshipType } from './vocabulary/contact.ts';

/** Ties of somebody who may be asked in a contact's stead, the nearest to a mandate first. */
export const CLOSE_TYPES = [
  'trusted-proxy-of',
  'lawyer-of',
  'family-of',
] as const satisfies readonly RelationshipType[];
export type CloseType = (typeof CLOSE_TYPES)[number];

/**
 * "Those close to them if their situation prevents them from being contacted": as what the other end
 * of a tie can be asked instead, or null where it cannot. A proxy and a lawyer are so for this
 * contact, family is so both ways; a tie that ended is none.
 * @param side The end at which this contact stands.
 */
export function closeAs(
  { type, until }: Pick<RelationshipFields, 'type' | 'until'>,
  side: 'from' | 'to',
  today: string,
): CloseType | null {
  const close = CLOSE_TYPES.find((one) => one === type) ?? null;
  const isForThem = side === 'to' || close === 'family-of';
  return isForThem && (until === null || until >= today) ? close : null;
}
