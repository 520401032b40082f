import { createHash } from 'node:crypto';

/** Block of SHA-256, in bytes. */
const BLOCK = 64;

/**
 * HMAC-SHA256 (RFC 2104) under a key of no more than one block. A bulk write makes one for every
 * change; Node's own makes a key object each time, which takes several times as long as the hashing
 * (docs/decisions/0020-merge.md).
 */
export function hmacSha256(key: Uint8Array, message: string): Buffer {
  if (key.length > BLOCK) throw new RangeError('a key longer than a block');
  const inner = Buffer.alloc(BLOCK, 0x36);
  const outer = Buffer.alloc(BLOCK, 0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  const hash = createHash('sha256').update(inner).update(message).digest();
  return createHash('sha256').update(outer).update(hash).digest();
}
