import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { OfficerKeys } from '../../shared/model/officer.ts';
import { ageRecipientOf, generateAgeIdentity } from '../bundle/seal.ts';
import { generateSigningKey, signingKeyOf } from './signing.ts';

/** The secret half of an officer, kept inside the encrypted vault and nowhere else. */
const officerIdentity = z.strictObject({
  format: z.literal('steady-state-officer-identity'),
  version: z.literal(1),
  officerId: z.uuid(),
  /** `AGE-SECRET-KEY-1…`: X25519, for what only older tools can open. */
  ageIdentity: z.string().regex(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/u),
  /** `AGE-SECRET-KEY-PQ-1…`: ML-KEM-768 with X25519. */
  ageHybridIdentity: z.string().regex(/^AGE-SECRET-KEY-PQ-1[A-Z0-9]{58}$/u),
  /** Ed25519, PKCS #8 DER, base64. */
  signingSecret: z.string().regex(/^[A-Za-z0-9+/]{64}$/u),
});
export type OfficerIdentity = z.infer<typeof officerIdentity>;

/** A new identity: all three keys fresh, nothing in it derived from anything else. */
export async function generateOfficerIdentity(): Promise<OfficerIdentity> {
  return {
    format: 'steady-state-officer-identity',
    version: 1,
    officerId: randomUUID(),
    ageIdentity: await generateAgeIdentity('x25519'),
    ageHybridIdentity: await generateAgeIdentity('hybrid'),
    signingSecret: generateSigningKey().signingSecret,
  };
}

/**
 * The identity from the vault's own store. Anything else than what was stored is a fault: it
 * throws, without the value.
 */
export function parseOfficerIdentity(stored: unknown): OfficerIdentity {
  const parsed = officerIdentity.safeParse(stored);
  if (!parsed.success) throw new Error('Stored officer identity has another form');
  return parsed.data;
}

/** The public half of an identity. */
export async function publicKeysOf(identity: OfficerIdentity): Promise<OfficerKeys> {
  return {
    ageRecipient: await ageRecipientOf(identity.ageIdentity),
    ageHybridRecipient: await ageRecipientOf(identity.ageHybridIdentity),
    signingKey: signingKeyOf(identity.signingSecret),
  };
}
