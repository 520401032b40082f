import { timingSafeEqual } from 'node:crypto';
import sodium from 'sodium-native';

/**
 * ChaCha20-Poly1305 (RFC 8439) without additional data, by libsodium. The only file that touches
 * it. Node's own crypto has the cipher too, but that of Electron (BoringSSL) does not.
 */

export const AEAD_TAG_BYTES = 16;
export const AEAD_NONCE_BYTES = 12;
export const AEAD_KEY_BYTES = 32;

const BLOCK_BYTES = 16;

/** Encrypts `plain` into `sealed`, which is longer by a tag. */
export function encrypt(
  sealed: Uint8Array,
  plain: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): void {
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(sealed, plain, null, null, nonce, key);
}

/** Decrypts `sealed` into `plain`, which is shorter by a tag. False where it is not authentic. */
export function decrypt(
  plain: Uint8Array,
  sealed: Uint8Array,
  nonce: Uint8Array,
  key: Uint8Array,
): boolean {
  try {
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, sealed, null, nonce, key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether `decrypt` would take `sealed`, found without making its plaintext: a one-time key is the
 * first block of the key stream, and the tag is Poly1305 over the ciphertext, filled up to whole
 * blocks, and the two lengths (RFC 8439, 2.6 and 2.8). Two to three times as fast as decrypting.
 */
export function isAuthentic(sealed: Uint8Array, nonce: Uint8Array, key: Uint8Array): boolean {
  if (sealed.length < AEAD_TAG_BYTES) return false;
  const length = sealed.length - AEAD_TAG_BYTES;
  const oneTimeKey = new Uint8Array(AEAD_KEY_BYTES);
  sodium.crypto_stream_chacha20_ietf(oneTimeKey, nonce, key);

  const fill = (BLOCK_BYTES - (length % BLOCK_BYTES)) % BLOCK_BYTES;
  const end = new Uint8Array(fill + 2 * 8);
  // Two little-endian lengths: that of the additional data, which is none, and the ciphertext's.
  new DataView(end.buffer).setBigUint64(fill + 8, BigInt(length), true);

  const state = new Uint8Array(sodium.crypto_onetimeauth_STATEBYTES);
  const tag = new Uint8Array(AEAD_TAG_BYTES);
  sodium.crypto_onetimeauth_init(state, oneTimeKey);
  sodium.crypto_onetimeauth_update(state, sealed.subarray(0, length));
  sodium.crypto_onetimeauth_update(state, end);
  sodium.crypto_onetimeauth_final(state, tag);
  oneTimeKey.fill(0);
  return timingSafeEqual(tag, sealed.subarray(length));
}
