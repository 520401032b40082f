import type { OfficerIdentity } from '../../../src/vault/keys/officer-identity.ts';

/**
 * A frozen officer: secret keys of nobody, in the order in which they followed each other, and the
 * card of the last ones as a file (`<name>.json`) and as the text of its code (`<name>.txt`).
 */
export interface FrozenOfficer {
  readonly details: { readonly name: string; readonly post: string; readonly issuedAt: string };
  /** The last one holds the successions from those before. */
  readonly identities: readonly OfficerIdentity[];
  readonly fingerprintHex: string;
  readonly fingerprintWords: readonly string[];
}

export const VECTORS = ['v1', 'v2-one-succession', 'v2-three-successions'] as const;
