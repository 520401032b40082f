import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OfficerKeys, SuccessionReason } from '../../shared/model/officer.ts';
import { instant } from '../../shared/model/primitives.ts';
import { ageRecipientOf, generateAgeIdentity } from '../bundle/seal.ts';
import { keySuccession, signSuccession, type Signer } from './key-succession.ts';
import { generateSigningKey, signingKeyOf } from './signing.ts';

const ageIdentities = {
  /** `AGE-SECRET-KEY-1…`: X25519, for what only older tools can open. */
  ageIdentity: z.string().regex(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/u),
  /** `AGE-SECRET-KEY-PQ-1…`: ML-KEM-768 with X25519. */
  ageHybridIdentity: z.string().regex(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]{58}$/u),
} as const;

const members = {
  format: z.literal('steady-state-officer-identity'),
  officerId: z.uuid(),
  ...ageIdentities,
  /** Ed25519, PKCS #8 DER, base64. */
  signingSecret: z.string().regex(/^[A-Za-z0-9+/]{64}$/u),
} as const;

const current = z.strictObject({
  ...members,
  version: z.literal(2),
  /** How these keys follow from the first ones, oldest first. */
  successions: z.array(keySuccession),
  /**
   * Age keys that were given up, oldest first: bundles sealed to them may still be under way. Their
   * signing keys are not kept, as nothing may be signed with them again.
   */
  earlier: z.array(z.strictObject({ ...ageIdentities, until: instant })),
});
/** As kept by vaults made before keys could be renewed. */
const first = z.strictObject({ ...members, version: z.literal(1) });

/** The secret half of an officer, kept inside the encrypted vault and nowhere else. */
export type OfficerIdentity = z.infer<typeof current>;

/** A new identity: all three keys fresh, nothing in it derived from anything else. */
export async function generateOfficerIdentity(): Promise<OfficerIdentity> {
  return {
    format: 'steady-state-officer-identity',
    version: 2,
    officerId: randomUUID(),
    ageIdentity: await generateAgeIdentity('x25519'),
    ageHybridIdentity: await generateAgeIdentity('hybrid'),
    signingSecret: generateSigningKey().signingSecret,
    successions: [],
    earlier: [],
  };
}

/** An officer with new keys, from the instant that is yet to be said. */
export interface Successor {
  readonly keys: OfficerKeys;
  /**
   * The identity from then on, which the old and the new keys both sign for. Its date is later than
   * that of the keys before, whatever the clock says: a chain that went back would be refused.
   */
  succeed(because: { readonly at: Date; readonly reason: SuccessionReason }): OfficerIdentity;
}

/** Makes new keys for the same officer; nothing follows from it until they succeed. */
export async function successorOf(before: OfficerIdentity): Promise<Successor> {
  const fresh = await generateOfficerIdentity();
  const [from, to] = [await signerOf(before), await signerOf(fresh)];
  return {
    keys: to.keys,
    succeed({ at, reason }) {
      const { officerId, successions, ageIdentity, ageHybridIdentity } = before;
      const afterMs = Math.max(0, ...successions.map((step) => Date.parse(step.at) + 1));
      const step = signSuccession(officerId, from, to, {
        at: new Date(Math.max(at.getTime(), afterMs)),
        reason,
      });
      return {
        ...{ ...fresh, officerId },
        successions: [...successions, step],
        earlier: [...before.earlier, { ageIdentity, ageHybridIdentity, until: step.at }],
      };
    },
  };
}

async function signerOf(identity: OfficerIdentity): Promise<Signer> {
  return { keys: await publicKeysOf(identity), signingSecret: identity.signingSecret };
}

/**
 * The identity from the vault's own store. Anything else than what was stored is a fault: it
 * throws, without the value.
 */
export function parseOfficerIdentity(stored: unknown): OfficerIdentity {
  const parsed = z.discriminatedUnion('version', [first, current]).safeParse(stored);
  if (!parsed.success) throw new Error('Stored officer identity has another form');
  const { data } = parsed;
  return data.version === 2 ? data : { ...data, version: 2, successions: [], earlier: [] };
}

/** The public half of an identity. */
export async function publicKeysOf(
  identity: Pick<OfficerIdentity, 'ageIdentity' | 'ageHybridIdentity' | 'signingSecret'>,
): Promise<OfficerKeys> {
  return {
    ...(await recipientsOf(identity)),
    signingKey: signingKeyOf(identity.signingSecret),
  };
}

/** The age recipients of a pair of age keys. */
export async function recipientsOf(
  keys: Pick<OfficerIdentity, 'ageIdentity' | 'ageHybridIdentity'>,
): Promise<Pick<OfficerKeys, 'ageRecipient' | 'ageHybridRecipient'>> {
  return {
    ageRecipient: await ageRecipientOf(keys.ageIdentity),
    ageHybridRecipient: await ageRecipientOf(keys.ageHybridIdentity),
  };
}
