import {
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../../shared/model/vocabulary/contact.ts';

export type Side = 'from' | 'to';

/** A type of tie and the side it is read from, as one value of a choice: `from:lawyer-of`. */
export type Reading = `${Side}:${RelationshipType}`;

/** Types that read the same from both sides: offered once. */
const SYMMETRIC: readonly RelationshipType[] = ['family-of', 'colleague-of', 'friend-of', 'other'];

export const READINGS: readonly Reading[] = RELATIONSHIP_TYPES.flatMap((type): Reading[] =>
  SYMMETRIC.includes(type) ? [`from:${type}`] : [`from:${type}`, `to:${type}`],
);

export function readingOf(side: Side, type: RelationshipType): Reading {
  return `${SYMMETRIC.includes(type) ? 'from' : side}:${type}`;
}

export function partsOf(reading: Reading): {
  readonly side: Side;
  readonly type: RelationshipType;
} {
  const [side, type] = reading.split(':') as [Side, RelationshipType];
  return { side, type };
}
