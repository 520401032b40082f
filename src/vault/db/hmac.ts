import sodium from 'sodium-native';

/** Block of SHA-256, in bytes. */
const BLOCK = 64;
const HASH = 32;

let inner = Buffer.alloc(BLOCK + 4_096);
const outer = Buffer.alloc(BLOCK + HASH);

/**
 * HMAC-SHA256 (RFC 2104) under a key of no more than one block. A bulk write makes one for every
 * change; Node's own makes a key object each time and takes five times as long (docs/decisions/0019).
 */
export function hmacSha256(key: Uint8Array, message: string): Buffer {
  if (key.length > BLOCK) throw new RangeError('a key longer than a block');
  const size = Buffer.byteLength(message);
  if (inner.length < BLOCK + size) inner = Buffer.alloc((BLOCK + size) * 2);
  for (let at = 0; at < BLOCK; at += 1) {
    const byte = key[at] ?? 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  inner.write(message, BLOCK);
  sodium.crypto_hash_sha256(outer.subarray(BLOCK), inner.subarray(0, BLOCK + size));
  const mac = Buffer.alloc(HASH);
  sodium.crypto_hash_sha256(mac, outer);
  // Neither the key nor what it was over stays in memory that outlives the call.
  inner.fill(0, 0, BLOCK + size);
  outer.fill(0);
  return mac;
}
