import type { Officer, OfficerKeys, SenderTrust } from '../../shared/model/officer.ts';
import { officerFingerprint } from '../keys/fingerprint-words.ts';

export interface SenderKnown {
  readonly trust: SenderTrust;
  /** When the key that signed was given up; null where it is the one that is held now. */
  readonly keyGivenUpAt: string | null;
}

/**
 * What this vault knows of the key that signed a bundle. Trust is of a key, with its dates: a
 * bundle that was made before its sender's keys were renewed holds as it did then. One that claims
 * a later date was made with a key that was given up, and so may any be whose key was lost: the
 * date of a bundle is what its maker says.
 */
export function senderTrust(
  known: Officer | null,
  sender: OfficerKeys & { readonly officerId: string },
  createdAt: string,
): SenderKnown {
  const of = (trust: SenderTrust, keyGivenUpAt: string | null = null): SenderKnown => ({
    trust,
    keyGivenUpAt,
  });
  if (known === null) return of('unknown');
  const { hex } = officerFingerprint(sender);
  if (hex === officerFingerprint({ officerId: known.id, ...known.keys }).hex) {
    return of(known.trust === 'self' ? 'verified' : known.trust);
  }
  const earlier = known.earlierKeys.find(({ fingerprint }) => fingerprint === hex);
  if (earlier === undefined) return of('key-differs');
  const isGivenUp =
    earlier.reason === 'suspected-loss' ||
    earlier.reason === 'without-succession' ||
    createdAt > earlier.until;
  if (known.trust === 'revoked') return of('revoked', earlier.until);
  if (isGivenUp) return of('given-up-key', earlier.until);
  return of(earlier.trusted ? 'earlier-key' : 'unverified', earlier.until);
}
