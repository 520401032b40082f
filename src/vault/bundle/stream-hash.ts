import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { BATCH_CHUNKS, SEALED_CHUNK_BYTES } from './age-stream.ts';

/** SHA-256 of bytes that come in parts. */
export interface StreamHash {
  /** Takes a part of at most a batch of sealed chunks; it may be overwritten when this is done. */
  update(part: Uint8Array): Promise<void>;
  /** In hex. */
  digest(): Promise<string>;
  /** Must be called, whether or not it came to a digest. */
  close(): Promise<void>;
}

/** Less than this is hashed before a thread would have started. */
const WORTH_A_THREAD_BYTES = 16 * 1024 * 1024;

/**
 * Hashes a file of about so many bytes. Hashing takes as long as encrypting, so a large file is
 * hashed by a thread of its own meanwhile.
 */
export function streamHash(expectedBytes: number): StreamHash {
  return expectedBytes < WORTH_A_THREAD_BYTES ? hashHere() : new ThreadedHash();
}

function hashHere(): StreamHash {
  const hash = createHash('sha256');
  return {
    update: (part) => {
      hash.update(part);
      return Promise.resolve();
    },
    digest: () => Promise.resolve(hash.digest('hex')),
    close: () => Promise.resolve(),
  };
}

/** What the thread runs: the vault is one file, so its program comes along as text. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const hash = require('node:crypto').createHash('sha256');
  parentPort.on('message', ({ slot, length }) => {
    if (slot === null) return parentPort.postMessage({ slot, digest: hash.digest('hex') });
    hash.update(new Uint8Array(workerData[slot], 0, length));
    parentPort.postMessage({ slot });
  });`;

const SLOTS = 3;

type Answer = { readonly slot: number | null; readonly digest?: string };

class ThreadedHash implements StreamHash {
  readonly #slots = Array.from(
    { length: SLOTS },
    () => new SharedArrayBuffer(BATCH_CHUNKS * SEALED_CHUNK_BYTES),
  );
  readonly #worker = new Worker(PROGRAM, { eval: true, workerData: this.#slots });
  readonly #free = this.#slots.map((_, slot) => slot);
  /** Whoever waits for the next answer. */
  #wake: { resolve(): void; reject(error: unknown): void } | null = null;
  #digest: string | null = null;
  #broken: Error | null = null;

  constructor() {
    this.#worker.on('message', ({ slot, digest }: Answer) => {
      if (slot === null) this.#digest = digest ?? null;
      else this.#free.push(slot);
      this.#wake?.resolve();
    });
    this.#worker.on('error', (cause: unknown) => {
      this.#broken = new Error('the thread that hashes has failed', { cause });
      this.#wake?.reject(this.#broken);
    });
  }

  async update(part: Uint8Array): Promise<void> {
    while (this.#free.length === 0) await this.#answer();
    const slot = this.#free.pop() ?? 0;
    new Uint8Array(this.#slots[slot] ?? new SharedArrayBuffer(0)).set(part);
    this.#worker.postMessage({ slot, length: part.length });
  }

  async digest(): Promise<string> {
    this.#worker.postMessage({ slot: null });
    while (this.#digest === null) await this.#answer();
    return this.#digest;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #answer(): Promise<void> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => {
      this.#wake = { resolve, reject };
    });
  }
}
