import { hkdfSync } from 'node:crypto';
import { AEAD_KEY_BYTES, AEAD_NONCE_BYTES, AEAD_TAG_BYTES, encrypt } from './aead.ts';

/**
 * The payload of an age file (C2SP age.md, "Payload"): STREAM, chunks of 64 KiB under
 * ChaCha20-Poly1305 whose nonce is the chunk's number and whether it is the last.
 */

/** Size of a plaintext chunk; only the last may be shorter. */
export const STREAM_CHUNK_BYTES = 64 * 1024;
export const SEALED_CHUNK_BYTES = STREAM_CHUNK_BYTES + AEAD_TAG_BYTES;
export const PAYLOAD_NONCE_BYTES = 16;

/** Chunks worked on at a time: 1 MiB, so that reading and writing cost few calls. */
export const BATCH_CHUNKS = 16;

/** The key of a payload, from the file's key and the nonce between header and payload. */
export function payloadKey(fileKey: Uint8Array, payloadNonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, payloadNonce, 'payload', AEAD_KEY_BYTES));
}

/** 11 bytes of counter, big-endian, and a flag. */
export function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(AEAD_NONCE_BYTES);
  const view = new DataView(nonce.buffer);
  view.setBigUint64(3, BigInt(index));
  view.setUint8(11, isLast ? 1 : 0);
  return nonce;
}

/**
 * Encrypts a stream. Parts come in two buffers by turns: one is overwritten when the next but one
 * is asked for, so that it can still be written to a disk while the next is made.
 */
export async function* encryptStream(
  plaintext: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  key: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  const gathered = new Uint8Array(BATCH_CHUNKS * STREAM_CHUNK_BYTES);
  const buffers = [0, 1].map(() => new Uint8Array(BATCH_CHUNKS * SEALED_CHUNK_BYTES));
  let length = 0;
  let chunks = 0;
  let batches = 0;

  function encryptGathered(isEnd: boolean): Uint8Array {
    const sealed = buffers[batches++ % 2] ?? new Uint8Array(0);
    let written = 0;
    let at = 0;
    do {
      const plain = gathered.subarray(at, Math.min(at + STREAM_CHUNK_BYTES, length));
      at += plain.length;
      const end = written + plain.length + AEAD_TAG_BYTES;
      const nonce = chunkNonce(chunks++, isEnd && at === length);
      encrypt(sealed.subarray(written, end), plain, nonce, key);
      written = end;
    } while (at < length);
    length = 0;
    return sealed.subarray(0, written);
  }

  try {
    for await (const piece of plaintext) {
      for (let at = 0; at < piece.length;) {
        // Not before there is more: only then is it known that none of these chunks is the last.
        if (length === gathered.length) yield encryptGathered(false);
        const some = piece.subarray(at, at + gathered.length - length);
        gathered.set(some, length);
        length += some.length;
        at += some.length;
      }
    }
    yield encryptGathered(true);
  } finally {
    gathered.fill(0);
  }
}
