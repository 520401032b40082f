import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { readAgeHeader } from './age-header.ts';
import { AEAD_TAG_BYTES, isAuthentic } from './aead.ts';
import { chunkNonce, PAYLOAD_NONCE_BYTES, payloadKey, SEALED_CHUNK_BYTES } from './age-stream.ts';
import { malformed, tooLarge, type OpenBundleFailure } from './bundle-failure.ts';
import type { ByteSource } from './byte-source.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';
import { Plaintext } from './plaintext.ts';
import { openHeader } from './seal.ts';
import { batchesOf, chunksIn, readAhead, type Payload } from './sealed-batches.ts';
import { streamHash, type StreamHash } from './stream-hash.ts';

export type UnsealOptions = {
  /** Secret keys as age writes them: `AGE-SECRET-KEY-1...`, `AGE-SECRET-KEY-PQ-1...`. */
  readonly identities: readonly string[];
  readonly limits?: BundleLimits;
  readonly signal?: AbortSignal;
  /** Told the ciphertext bytes of the payload that were authenticated, and their total. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
};

export type Unsealed = {
  readonly plaintext: Plaintext;
  /** SHA-256 of the sealed file, in hex. */
  readonly sha256: string;
};

/**
 * Authenticates a whole age file, to its last chunk and without decrypting any, and only then
 * gives access to its plaintext. So the file is read twice and never held.
 *
 * Failures are told apart by structure and by which step failed, never by a library's text:
 * - `bundle-not-age`: it does not begin as an age v1 file.
 * - `bundle-not-for-us`: no identity unwraps a stanza. An altered stanza looks the same (see docs).
 * - `bundle-truncated`: it ends inside the header or nonce, or after intact non-final chunks.
 * - `bundle-altered`: the header breaks its grammar or HMAC, or a chunk is not authentic.
 *
 * Throws `SourceGone` where the source cannot be read to its end.
 */
export async function unseal(
  source: ByteSource,
  options: UnsealOptions,
): Promise<Outcome<Unsealed, OpenBundleFailure>> {
  const limits = options.limits ?? BUNDLE_LIMITS;
  if (source.size > limits.fileBytes) return tooLarge('file');
  const head = new Uint8Array(Math.min(source.size, limits.headerBytes + 1 + PAYLOAD_NONCE_BYTES));
  await source.read(head, 0);
  const header = readAgeHeader(head, limits.headerBytes);
  if (header.kind === 'not-age') return fail({ kind: 'bundle-not-age' });
  if (header.kind === 'cut') return fail({ kind: 'bundle-truncated' });
  if (header.kind === 'broken') return fail({ kind: 'bundle-altered' });
  if (header.kind === 'too-long') return malformed('age-header-too-long');
  if (header.stanzaTypes.length > limits.recipients) return malformed('age-too-many-stanzas');
  const start = header.headerBytes + PAYLOAD_NONCE_BYTES;
  if (source.size < start) return fail({ kind: 'bundle-truncated' });

  const fileKey = await openHeader(head.slice(0, header.headerBytes), options.identities);
  if (fileKey === 'no-match') return fail({ kind: 'bundle-not-for-us' });
  if (fileKey === 'refused') return fail({ kind: 'bundle-altered' });
  const key = payloadKey(fileKey, head.subarray(header.headerBytes, start));
  fileKey.fill(0);

  const hash = streamHash(source.size);
  try {
    await hash.update(head.subarray(0, start));
    const payload: Payload = { source, start, key };
    const found = await authenticate(payload, hash, options);
    if (found !== 'whole') return fail({ kind: found });
    return ok({ plaintext: new Plaintext(payload), sha256: await hash.digest() });
  } finally {
    await hash.close();
  }
}

/**
 * A bundle's plaintext is padded to whole chunks, so every cut leaves only whole, intact chunks
 * that are not the last, and an altered or appended byte never does.
 */
async function authenticate(
  payload: Payload,
  hash: StreamHash,
  { signal, onProgress }: UnsealOptions,
): Promise<'whole' | 'bundle-truncated' | 'bundle-altered' | 'cancelled'> {
  const total = payload.source.size - payload.start;
  const last = chunksIn(total) - 1;
  let done = 0;
  for await (const { sealed, batch } of readAhead(
    payload.source,
    batchesOf(payload, 0, last + 1),
  )) {
    await hash.update(sealed);
    let index = batch.first;
    for (let from = 0; from < sealed.length; from += SEALED_CHUNK_BYTES, index++) {
      const chunk = sealed.subarray(from, from + SEALED_CHUNK_BYTES);
      const found = index === last ? judgeLast(chunk, index, payload.key) : judge(chunk, index);
      if (found !== 'whole') return found;
    }
    done += sealed.length;
    onProgress?.(done, total);
    if (signal?.aborted === true) return 'cancelled';
  }
  return last < 0 ? 'bundle-truncated' : 'whole';

  function judge(chunk: Uint8Array, index: number): 'whole' | 'bundle-altered' {
    return isAuthentic(chunk, chunkNonce(index, false), payload.key) ? 'whole' : 'bundle-altered';
  }
}

function judgeLast(
  chunk: Uint8Array,
  index: number,
  key: Uint8Array,
): 'whole' | 'bundle-truncated' | 'bundle-altered' {
  if (isAuthentic(chunk, chunkNonce(index, true), key)) {
    // Only an empty file ends in an empty chunk.
    return chunk.length === AEAD_TAG_BYTES && index > 0 ? 'bundle-altered' : 'whole';
  }
  if (chunk.length < SEALED_CHUNK_BYTES) return 'bundle-truncated';
  // Cut exactly between two chunks, the file ends in one that was not the last.
  return isAuthentic(chunk, chunkNonce(index, false), key) ? 'bundle-truncated' : 'bundle-altered';
}
