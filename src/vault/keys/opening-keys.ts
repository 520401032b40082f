import type { OpenBundleOptions } from '../bundle/open-bundle.ts';
import { recipientsOf, type OfficerIdentity } from './officer-identity.ts';

/** The age keys that open what was sealed for an officer: the newest, and those given up. */
export interface OpeningKeys extends Pick<OpenBundleOptions, 'identities' | 'ownRecipients'> {
  /** When the key that these recipients name was given up; null where one of them is the newest. */
  givenUpAt(recipients: readonly { readonly ageRecipient: string }[]): string | null;
}

/** Newest keys first: nearly every bundle is for them, and a stanza is tried key by key. */
export async function openingKeys(identity: OfficerIdentity): Promise<OpeningKeys> {
  const pairs = [{ ...identity, until: null }, ...[...identity.earlier].reverse()];
  const owned = await Promise.all(
    pairs.map(async (pair) => {
      const { ageHybridRecipient, ageRecipient } = await recipientsOf(pair);
      return {
        identities: [pair.ageHybridIdentity, pair.ageIdentity],
        recipients: [ageHybridRecipient, ageRecipient],
        until: pair.until,
      };
    }),
  );
  return {
    identities: owned.flatMap(({ identities }) => identities),
    ownRecipients: owned.flatMap(({ recipients }) => recipients),
    givenUpAt(sealedFor) {
      const named = owned.find(({ recipients }) =>
        sealedFor.some(({ ageRecipient }) => recipients.includes(ageRecipient)),
      );
      return named?.until ?? null;
    },
  };
}
