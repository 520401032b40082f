import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { verifyMessage, type SigningContext } from '../keys/signing.ts';
import { malformed } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';

/** What is signed is this, a zero byte, and the manifest exactly as it lies in the archive. */
export const MANIFEST_CONTEXT = 'steady-state bundle manifest v1' satisfies SigningContext;

const signatureFile = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** 64 bytes in base64; the last digit has four spare bits. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/u),
});

/**
 * Signs the bytes of a manifest in `MANIFEST_CONTEXT` with the officer's key (`signMessage` of
 * keys/signing.ts) and gives the base64 of the 64-byte Ed25519 signature (RFC 8032).
 */
export type ManifestSigner = (manifest: Uint8Array) => string | Promise<string>;

/** Encodes manifest.sig. */
export function encodeSignature(signature: string): Uint8Array {
  return encodeCanonicalJson(signatureFile.parse({ algorithm: 'Ed25519', signature }));
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
  const json = parseCanonicalJson(signatureBytes, SIGNATURE_DEPTH);
  if (!json.ok) return malformed(`signature-${json.failure}`);
  const parsed = signatureFile.safeParse(json.value);
  if (!parsed.success) return malformed('signature-schema');
  return verifyMessage(publicKey, MANIFEST_CONTEXT, manifest, parsed.data.signature)
    ? ok(null)
    : fail({ kind: 'bundle-bad-signature' });
}

const SIGNATURE_DEPTH = 2;
