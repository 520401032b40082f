import {
  isTrusted,
  officerFromCard,
  withEarlierKeys,
  withoutComparison,
  type CardContent,
  type EarlierKey,
  type Officer,
  type OfficerFields,
  type OfficerKeys,
} from '../../shared/model/officer.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';
import { chainFrom, type KeySuccession } from '../keys/key-succession.ts';

/** What a card changes of an officer's record: it as it then is, nothing, or refused as outdated. */
export type CardEffect = OfficerFields | 'nothing-new' | 'outdated';

/**
 * What taking in a card comes to. A card proves only that its maker holds its keys, and, where
 * successions lead to them, that whoever held the earlier keys handed over to these:
 *
 * - unknown until now: unverified;
 * - the keys that are held: name and post follow the newer card, trust stays;
 * - keys that follow the held ones by successions: they take their place, and trust goes with them,
 *   unless a succession was for loss (then they are unverified until compared);
 * - keys that were given up: refused, else an old card would bring them back;
 * - any other keys: kept beside the record, which stays as it is. So are those that follow revoked
 *   ones, since whoever made it necessary to revoke a key can sign with it. And if they follow keys
 *   that the held ones follow too, trust that rests on that succession alone is gone.
 */
export function officerAfterCard(
  before: Officer | null,
  officerId: string,
  card: CardContent,
  successions: readonly KeySuccession[],
): CardEffect {
  if (before === null) return officerFromCard(card);
  const { id: _, ...kept } = before;
  const fingerprint = fingerprintOf(officerId, card.keys);
  if (fingerprint === fingerprintOf(officerId, before.keys)) {
    return card.cardIssuedAt > before.cardIssuedAt ? { ...kept, ...card } : 'nothing-new';
  }
  if (before.earlierKeys.some((key) => key.fingerprint === fingerprint)) return 'outdated';
  const steps = chainFrom({ officerId, ...before.keys }, successions);
  if (steps === null || before.trust === 'revoked') {
    return besideRecord(before, officerId, card, successions);
  }
  return afterSuccessions(kept, officerId, card, steps);
}

/** The record with the keys that its own ones were succeeded by. */
function afterSuccessions(
  before: OfficerFields,
  officerId: string,
  card: CardContent,
  steps: readonly KeySuccession[],
): OfficerFields {
  let trusted = isTrusted(before.trust);
  const given: EarlierKey[] = steps.map(({ from, at, reason }) => {
    const key = { fingerprint: from.fingerprint, until: at, reason, trusted };
    trusted &&= reason !== 'suspected-loss';
    return key;
  });
  const other = before.otherCard;
  const isOtherCard =
    other !== null && fingerprintOf(officerId, other.keys) === fingerprintOf(officerId, card.keys);
  const after: OfficerFields = {
    ...before,
    ...card,
    trust: trusted ? 'rotated' : 'unverified',
    earlierKeys: withEarlierKeys(before.earlierKeys, given),
    otherCard: isOtherCard ? null : other,
  };
  return trusted ? after : withoutComparison(after);
}

/** The record with a card beside it that claims its place. */
function besideRecord(
  before: Officer,
  officerId: string,
  card: CardContent,
  successions: readonly KeySuccession[],
): CardEffect {
  const { id: _, ...kept } = before;
  const { otherCard } = before;
  const isSame =
    otherCard !== null &&
    fingerprintOf(officerId, otherCard.keys) === fingerprintOf(officerId, card.keys);
  if (isSame && card.cardIssuedAt <= otherCard.cardIssuedAt) return 'nothing-new';
  const claim = claimOf(before, officerId, successions);
  const after: OfficerFields = { ...kept, otherCard: { ...card, claim } };
  // One of the two was made by somebody who is not the officer: which, only a comparison shows.
  return claim === 'fork' && before.trust === 'rotated'
    ? withoutComparison({ ...after, trust: 'unverified' })
    : after;
}

/** Two cards that follow from one key: somebody else than the officer has had that key. */
function claimOf(
  before: Officer,
  officerId: string,
  successions: readonly KeySuccession[],
): NonNullable<OfficerFields['otherCard']>['claim'] {
  if (chainFrom({ officerId, ...before.keys }, successions) !== null) return 'from-revoked';
  const given = new Set(before.earlierKeys.map(({ fingerprint }) => fingerprint));
  return successions.some(({ from }) => given.has(from.fingerprint)) ? 'fork' : 'no-succession';
}

/** How a comparison was made, as the officer says it. */
export type Comparison = Pick<OfficerFields, 'verifiedHow' | 'verifiedOn' | 'verifiedBy'>;

/**
 * The record once the words of a fingerprint were found the same: those of its own keys, which puts
 * a second card away, or those of the second card, which takes the record's place. Null where they
 * are of neither.
 */
export function officerAfterComparison(
  before: Officer,
  words: readonly string[],
  comparison: Comparison,
  now: string,
): OfficerFields | null {
  const { id: officerId, ...kept } = before;
  const compared = { ...comparison, trust: 'verified', revocation: null, otherCard: null } as const;
  if (hasWords(officerId, before.keys, words)) return { ...kept, ...compared };
  const other = before.otherCard;
  if (other === null || !hasWords(officerId, other.keys, words)) return null;
  const { claim: _, ...card } = other;
  const given = {
    fingerprint: fingerprintOf(officerId, before.keys),
    until: now,
    reason: 'without-succession',
    trusted: isTrusted(before.trust),
  } as const;
  const earlierKeys = withEarlierKeys(before.earlierKeys, [given]);
  return { ...kept, ...card, ...compared, earlierKeys };
}

function hasWords(officerId: string, keys: OfficerKeys, words: readonly string[]): boolean {
  return officerFingerprint({ officerId, ...keys }).words.join(' ') === words.join(' ');
}

function fingerprintOf(officerId: string, keys: OfficerKeys): string {
  return officerFingerprint({ officerId, ...keys }).hex;
}
