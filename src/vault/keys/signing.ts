import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/**
 * What a signature is for. The context is part of what is signed, so a signature made for one
 * purpose is worth nothing for another.
 */
export type SigningContext = 'steady-state officer card v1' | 'steady-state bundle manifest v1';

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the 32 bytes of the key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** PKCS #8 of Ed25519 (RFC 8410) up to the 32 bytes of the seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

export interface SigningKeyPair {
  /** PKCS #8 DER, base64. Secret. */
  readonly signingSecret: string;
  /** The 32 bytes of the public key, base64. */
  readonly signingKey: string;
}

/** A new Ed25519 key (RFC 8032). */
export function generateSigningKey(): SigningKeyPair {
  const { privateKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  try {
    return { signingSecret: secret.toString('base64'), signingKey: publicKeyOf(privateKey) };
  } finally {
    secret.fill(0);
  }
}

/** The public key (base64 of 32 bytes) of a secret; throws where the secret is not an Ed25519 key. */
export function signingKeyOf(signingSecret: string): string {
  return publicKeyOf(privateKeyOf(signingSecret));
}

/** Ed25519 over `context`, a zero byte and the message: 64 bytes, base64. */
export function signMessage(
  signingSecret: string,
  context: SigningContext,
  message: Uint8Array,
): string {
  return sign(null, signedBytes(context, message), privateKeyOf(signingSecret)).toString('base64');
}

/** False for every signature that does not hold, and for a key or signature of the wrong form. */
export function verifyMessage(
  signingKey: string,
  context: SigningContext,
  message: Uint8Array,
  signature: string,
): boolean {
  const key = exactBase64(signingKey, KEY_BYTES);
  const value = exactBase64(signature, SIGNATURE_BYTES);
  if (key === null || value === null) return false;
  try {
    const spki = Buffer.concat([SPKI_PREFIX, key]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return verify(null, signedBytes(context, message), publicKey, value);
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}

/** The bytes where `text` is the one base64 spelling of exactly so many bytes, else null. */
export function exactBase64(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null;
}

function signedBytes(context: SigningContext, message: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${context}\0`, 'utf8'), message]);
}

function publicKeyOf(privateKey: KeyObject): string {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return spki.subarray(SPKI_PREFIX.length).toString('base64');
}

function privateKeyOf(signingSecret: string): KeyObject {
  const der = exactBase64(signingSecret, PKCS8_PREFIX.length + KEY_BYTES);
  if (der === null || !der.subarray(0, PKCS8_PREFIX.length).equals(PKCS8_PREFIX)) {
    throw new RangeError('Not an Ed25519 secret key');
  }
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}
