import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { malformed } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';

/** Separates this use of an officer's key from every other; the NUL ends the name. */
const DOMAIN = new TextEncoder().encode('steady-state bundle manifest v1\u0000');

/** DER of an Ed25519 SubjectPublicKeyInfo up to its 32 key bytes (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const signatureFile = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** 64 bytes in base64; the last digit has four spare bits. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/u),
});

/** Makes the 64-byte Ed25519 signature (RFC 8032) of a message with the officer's key. */
export type Signer = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The bytes that are signed: the domain, then the manifest exactly as it lies in the archive. */
export function manifestSigningMessage(manifest: Uint8Array): Uint8Array {
  return Buffer.concat([DOMAIN, manifest]);
}

/** Encodes manifest.sig. */
export function encodeSignature(signature: Uint8Array): Uint8Array {
  return encodeCanonicalJson(
    signatureFile.parse({
      algorithm: 'Ed25519',
      signature: Buffer.from(signature).toString('base64'),
    }),
  );
}

/**
 * Checks manifest.sig against the manifest and a raw public key in base64. That the key is the
 * sender's, and that the sender is who they say, is for the caller to decide.
 */
export function checkSignature(
  manifest: Uint8Array,
  signatureBytes: Uint8Array,
  publicKey: string,
): Outcome<null, FailureOf<'bundle-malformed' | 'bundle-bad-signature'>> {
  const json = parseCanonicalJson(signatureBytes, 2);
  if (!json.ok) return malformed(`signature-${json.failure}`);
  const parsed = signatureFile.safeParse(json.value);
  if (!parsed.success) return malformed('signature-schema');
  const signature = Buffer.from(parsed.data.signature, 'base64');
  return isSignedBy(publicKey, manifestSigningMessage(manifest), signature)
    ? ok(null)
    : fail({ kind: 'bundle-bad-signature' });
}

function isSignedBy(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const der = Buffer.concat([SPKI_PREFIX, Buffer.from(publicKey, 'base64')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    // Some builds refuse bytes that are no point of the curve already when reading the key.
    return false;
  }
}
