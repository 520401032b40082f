import { LONG_TEXT_MAX } from '../../shared/model/primitives.ts';
import type { Officer, OfficerFields, OfficerKeys } from '../../shared/model/officer.ts';

/** What a card says of an officer. */
export interface CardContent {
  readonly name: string;
  readonly post: string;
  readonly keys: OfficerKeys;
  readonly cardIssuedAt: string;
}

/** What a card changes of an officer's record: it as it then is, nothing, or refused as outdated. */
export type CardEffect = OfficerFields | 'nothing-new' | 'outdated';

/**
 * What taking in a card comes to. A card proves only that its maker holds its keys, so it never
 * gives trust, and may take it away:
 *
 * - unknown until now: unverified;
 * - the keys that were known: name and post follow the newer card, trust stays;
 * - other keys, on a newer card: they replace the old ones, and with them goes what was verified of
 *   the old ones, which the note says. Who was revoked stays so until compared anew;
 * - other keys on a card no newer than the one held: refused, else an old card would bring back
 *   keys that were given up.
 */
export function officerAfterCard(
  before: Officer | null,
  card: CardContent,
  today: string,
): CardEffect {
  const unverified = { trust: 'unverified', verifiedHow: null, verifiedOn: null } as const;
  if (before === null) return { ...card, ...unverified, note: '', email: null };
  const isNewer = card.cardIssuedAt > before.cardIssuedAt;
  const { id: _, ...kept } = before;
  if (sameKeys(before.keys, card.keys)) return isNewer ? { ...kept, ...card } : 'nothing-new';
  if (!isNewer) return 'outdated';
  const line = `${today}: keys replaced by a new card; was ${before.trust}.`;
  const note = [before.note, line].filter((text) => text !== '').join('\n');
  const trust = before.trust === 'revoked' ? before.trust : unverified.trust;
  return { ...kept, ...card, ...unverified, trust, note: note.slice(-LONG_TEXT_MAX) };
}

function sameKeys(a: OfficerKeys, b: OfficerKeys): boolean {
  return (
    a.ageRecipient === b.ageRecipient &&
    a.ageHybridRecipient === b.ageHybridRecipient &&
    a.signingKey === b.signingKey
  );
}
