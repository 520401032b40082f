import { AEAD_TAG_BYTES, decrypt } from './aead.ts';
import { BATCH_CHUNKS, chunkNonce, SEALED_CHUNK_BYTES, STREAM_CHUNK_BYTES } from './age-stream.ts';
import { SourceGone } from './byte-source.ts';
import { batchesOf, chunksIn, readAhead, type Batch, type Payload } from './sealed-batches.ts';

/**
 * What an age file decrypts to, read at any place. Nothing is kept but the chunk read last, so it
 * takes the same memory whatever its size.
 *
 * The whole file has been authenticated before there is one of these (unseal.ts), and each chunk
 * is again when it is read: a file that was exchanged since gives `SourceGone`. Only who has the
 * file's key could make another that fits; what must not be another, the reader holds against its
 * hash. One read at a time.
 */
export class Plaintext {
  readonly size: number;
  readonly #payload: Payload;
  readonly #chunks: number;
  /** The chunk read last, since small entries of an archive share one. */
  #near: { readonly index: number; readonly bytes: Uint8Array } = NOTHING;

  constructor(payload: Payload) {
    this.#payload = payload;
    const sealedBytes = payload.source.size - payload.start;
    this.#chunks = chunksIn(sealedBytes);
    this.size = sealedBytes - this.#chunks * AEAD_TAG_BYTES;
  }

  /** The bytes from `at` on, fewer where the plaintext ends before. */
  async read(at: number, length: number): Promise<Uint8Array> {
    const into = new Uint8Array(this.#available(at, length));
    if (isWithinChunk(at, into.length) && into.length > 0) {
      const chunk = await this.#chunkNear(Math.floor(at / STREAM_CHUNK_BYTES));
      into.set(chunk.subarray(at % STREAM_CHUNK_BYTES, (at % STREAM_CHUNK_BYTES) + into.length));
      return into;
    }
    let filled = 0;
    for await (const piece of this.pieces(at, into.length)) {
      into.set(piece, filled);
      filled += piece.length;
    }
    return into;
  }

  /** The same without a turn for anyone else. */
  readSync(at: number, length: number): Uint8Array {
    const into = new Uint8Array(this.#available(at, length));
    const { source } = this.#payload;
    let filled = 0;
    for (const batch of this.#batches(at, into.length)) {
      const sealed = new Uint8Array(batch.size);
      source.readSync(sealed, batch.at);
      const piece = within(this.#decrypted(sealed, batch), batch, at, into.length);
      into.set(piece, filled);
      filled += piece.length;
    }
    return into;
  }

  /**
   * The same piece by piece; the next batch is read from the source while a piece is in use. A
   * piece is overwritten when the next but one is asked for.
   */
  async *pieces(at: number, length: number): AsyncGenerator<Uint8Array, void, undefined> {
    const wanted = this.#available(at, length);
    if (wanted === 0) return;
    if (isWithinChunk(at, wanted)) {
      yield await this.read(at, wanted);
      return;
    }
    const { source } = this.#payload;
    const buffers = [0, 1].map(() => new Uint8Array(BATCH_CHUNKS * STREAM_CHUNK_BYTES));
    let count = 0;
    for await (const { sealed, batch } of readAhead(source, this.#batches(at, wanted))) {
      const plain = buffers[count++ % 2];
      yield within(this.#decrypted(sealed, batch, plain), batch, at, wanted);
    }
  }

  #available(at: number, length: number): number {
    return Math.max(0, Math.min(length, this.size - at));
  }

  async #chunkNear(index: number): Promise<Uint8Array> {
    if (this.#near.index !== index) {
      const [batch] = this.#batches(index * STREAM_CHUNK_BYTES, 1);
      if (batch === undefined) throw new RangeError('there is no such chunk');
      const sealed = new Uint8Array(batch.size);
      await this.#payload.source.read(sealed, batch.at);
      this.#near = { index, bytes: this.#decrypted(sealed, batch) };
    }
    return this.#near.bytes;
  }

  /** The chunks that hold a range, in batches. */
  #batches(at: number, length: number): Iterable<Batch> {
    if (length === 0) return [];
    const from = Math.floor(at / STREAM_CHUNK_BYTES);
    return batchesOf(this.#payload, from, Math.ceil((at + length) / STREAM_CHUNK_BYTES));
  }

  #decrypted(sealed: Uint8Array, batch: Batch, plain = new Uint8Array(sealed.length)): Uint8Array {
    let length = 0;
    let index = batch.first;
    for (let from = 0; from < sealed.length; from += SEALED_CHUNK_BYTES, index++) {
      const chunk = sealed.subarray(from, from + SEALED_CHUNK_BYTES);
      const into = plain.subarray(length, length + chunk.length - AEAD_TAG_BYTES);
      const nonce = chunkNonce(index, index === this.#chunks - 1);
      if (!decrypt(into, chunk, nonce, this.#payload.key)) throw new SourceGone();
      length += into.length;
    }
    return plain.subarray(0, length);
  }
}

const NOTHING = { index: -1, bytes: new Uint8Array(0) };

function isWithinChunk(at: number, length: number): boolean {
  return Math.floor(at / STREAM_CHUNK_BYTES) === Math.floor((at + length - 1) / STREAM_CHUNK_BYTES);
}

/** The part of a batch's plaintext that lies in the range. */
function within(plain: Uint8Array, batch: Batch, at: number, length: number): Uint8Array {
  const start = batch.first * STREAM_CHUNK_BYTES;
  return plain.subarray(Math.max(0, at - start), Math.min(plain.length, at + length - start));
}
