import { BATCH_CHUNKS, SEALED_CHUNK_BYTES } from './age-stream.ts';
import type { ByteSource } from './byte-source.ts';

/** Where the payload of an age file lies, and the key of its chunks. */
export interface Payload {
  readonly source: ByteSource;
  /** The first byte after header and nonce. */
  readonly start: number;
  readonly key: Uint8Array;
}

/** Some chunks that are read together. */
export interface Batch {
  /** The number of the first of them. */
  readonly first: number;
  /** Where they lie in the source. */
  readonly at: number;
  readonly size: number;
}

export function chunksIn(sealedBytes: number): number {
  return Math.ceil(sealedBytes / SEALED_CHUNK_BYTES);
}

/** The chunks from one up to another, which is not among them, in batches. */
export function* batchesOf(payload: Payload, from: number, to: number): Generator<Batch> {
  const { source, start } = payload;
  for (let first = from; first < to; first += BATCH_CHUNKS) {
    const at = start + first * SEALED_CHUNK_BYTES;
    const end = start + Math.min(first + BATCH_CHUNKS, to) * SEALED_CHUNK_BYTES;
    yield { first, at, size: Math.min(end, source.size) - at };
  }
}

/**
 * Reads batches in order, the next one already while one is in use. Two buffers serve by turns, so
 * what is given is overwritten when the next is asked for.
 */
export async function* readAhead(
  source: ByteSource,
  batches: Iterable<Batch>,
): AsyncGenerator<{ readonly sealed: Uint8Array; readonly batch: Batch }, void, undefined> {
  const buffers = [0, 1].map(() => new Uint8Array(BATCH_CHUNKS * SEALED_CHUNK_BYTES));
  let pending: { readonly batch: Batch; readonly sealed: Promise<Uint8Array> } | null = null;
  let count = 0;
  for (const batch of batches) {
    const into = (buffers[count++ % 2] ?? new Uint8Array(0)).subarray(0, batch.size);
    const sealed = source.read(into, batch.at).then(() => into);
    // Where nobody waits for it any more, its failure is nobody's.
    sealed.catch(() => undefined);
    if (pending !== null) yield { sealed: await pending.sealed, batch: pending.batch };
    pending = { batch, sealed };
  }
  if (pending !== null) yield { sealed: await pending.sealed, batch: pending.batch };
}
