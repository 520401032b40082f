// Must come first: typage's libraries look for globalThis.crypto.
import '../web-crypto.ts';
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { readAgeHeader } from './age-header.ts';
import { malformed, tooLarge, type OpenBundleFailure } from './bundle-failure.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

/** The only file that touches age. Format: age-encryption.org/v1, binary, never armoured. */

export type AgeKeyKind = 'x25519' | 'hybrid';

/** Size of a plaintext chunk of age's STREAM (C2SP age.md, "Payload"). */
export const STREAM_CHUNK_BYTES = 64 * 1024;
const SEALED_CHUNK_BYTES = STREAM_CHUNK_BYTES + 16;
const PAYLOAD_NONCE_BYTES = 16;

export type UnsealOptions = {
  /** Secret keys as age writes them: `AGE-SECRET-KEY-1...`, `AGE-SECRET-KEY-PQ-1...`. */
  readonly identities: readonly string[];
  readonly limits?: BundleLimits;
  readonly signal?: AbortSignal;
  /** Told the ciphertext bytes of the payload that were authenticated, and their total. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
};

/** Makes a secret age key of the given kind; hybrid is ML-KEM-768 with X25519. */
export async function generateAgeIdentity(kind: AgeKeyKind): Promise<string> {
  return kind === 'hybrid' ? generateHybridIdentity() : generateX25519Identity();
}

/** The public recipient (`age1...`, `age1pq1...`) of a secret age key. */
export async function ageRecipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** The kind of a recipient string, or null where it is none that a bundle can be sealed to. */
export function ageRecipientKind(recipient: string): AgeKeyKind | null {
  const kind = recipient.startsWith('age1pq1') ? 'hybrid' : 'x25519';
  if (recipient.startsWith('age1tag')) return null;
  try {
    new Encrypter().addRecipient(recipient);
    return kind;
  } catch {
    return null;
  }
}

/**
 * Encrypts a stream to recipients of one kind. Mixing kinds throws: age's labels forbid it, because
 * one X25519 recipient would undo the post-quantum protection of the others.
 */
export async function* seal(
  plaintext: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const kinds = new Set(recipients.map(ageRecipientKind));
  if (kinds.size !== 1 || kinds.has(null)) {
    throw new TypeError('a bundle needs one or more age recipients, all of one kind');
  }
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(streamOf(plaintext));
  const reader = sealed.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Where the consumer stops early, nothing more is pulled from the plaintext.
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Decrypts a whole age file. Gives its plaintext only when the last chunk has been authenticated;
 * on any failure no byte of it leaves this function.
 *
 * Failures are told apart by structure and by which step failed, never by a library's text:
 * - `bundle-not-age`: it does not begin as an age v1 file.
 * - `bundle-not-for-us`: no identity unwraps a stanza. An altered stanza looks the same (see docs).
 * - `bundle-truncated`: it ends inside the header or nonce, or after intact non-final chunks.
 * - `bundle-altered`: the header breaks its grammar or HMAC, or a chunk is not authentic.
 */
export async function unseal(
  file: Uint8Array,
  options: UnsealOptions,
): Promise<Outcome<Uint8Array, OpenBundleFailure>> {
  const limits = options.limits ?? BUNDLE_LIMITS;
  if (file.length > limits.fileBytes) return tooLarge('file');
  const header = readAgeHeader(file, limits.headerBytes);
  if (header.kind === 'not-age') return fail({ kind: 'bundle-not-age' });
  if (header.kind === 'cut') return fail({ kind: 'bundle-truncated' });
  if (header.kind === 'broken') return fail({ kind: 'bundle-altered' });
  if (header.kind === 'too-long') return malformed('age-header-too-long');
  if (header.stanzaTypes.length > limits.recipients) return malformed('age-too-many-stanzas');
  const payloadStart = header.headerBytes + PAYLOAD_NONCE_BYTES;
  if (file.length < payloadStart) return fail({ kind: 'bundle-truncated' });

  const first = await decryptInLockstep(file, payloadStart, options, false);
  if (first.kind === 'complete') return ok(first.plaintext);
  if (first.kind !== 'payload-refused') return fail({ kind: KIND_OF_HEADER_RESULT[first.kind] });

  const payloadBytes = file.length - payloadStart;
  const fullChunks = Math.floor(payloadBytes / SEALED_CHUNK_BYTES);
  let intactChunks = first.intactChunks;
  if (payloadBytes % SEALED_CHUNK_BYTES === 0 && intactChunks === fullChunks - 1) {
    // All but the last are intact. With one more byte behind it the last is tried as a non-final
    // chunk; if it then holds, the file was cut exactly between two chunks.
    const again = await decryptInLockstep(file, payloadStart, options, true);
    if (again.kind === 'cancelled') return fail({ kind: 'cancelled' });
    if (again.kind === 'payload-refused') intactChunks = again.intactChunks;
  }
  // A bundle's plaintext is padded to whole chunks, so every cut leaves only whole, intact,
  // non-final chunks before its end, and an altered or appended byte never does.
  return fail({ kind: intactChunks === fullChunks ? 'bundle-truncated' : 'bundle-altered' });
}

const KIND_OF_HEADER_RESULT = {
  'no-match': 'bundle-not-for-us',
  'header-refused': 'bundle-altered',
  cancelled: 'cancelled',
} as const;

type Decryption =
  | { readonly kind: 'complete'; readonly plaintext: Uint8Array }
  | { readonly kind: 'no-match' | 'header-refused' | 'cancelled' }
  | { readonly kind: 'payload-refused'; readonly intactChunks: number };

/**
 * Feeds typage one chunk at a time, and the next only when the chunk before has come out. A stream
 * that fails drops what it had queued; in lockstep the number of intact chunks is exact.
 */
async function decryptInLockstep(
  file: Uint8Array,
  payloadStart: number,
  options: UnsealOptions,
  withByteAppended: boolean,
): Promise<Decryption> {
  const payloadBytes = file.length - payloadStart;
  const plaintext = new Uint8Array(payloadBytes);
  let written = 0;
  let received = 0;
  let releaseFeeder: (() => void) | null = null;
  const isCancelled = (): boolean => options.signal?.aborted === true;

  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    yield file.subarray(0, payloadStart);
    let given = 0;
    const whole = withByteAppended ? [file, new Uint8Array(1)] : [file];
    for (const source of whole) {
      const from = source === file ? payloadStart : 0;
      for (let at = from; at < source.length; at += SEALED_CHUNK_BYTES) {
        while (received < given - 1) await nextChunkOut();
        given++;
        yield source.subarray(at, at + SEALED_CHUNK_BYTES);
      }
    }
    while (received < given - 1) await nextChunkOut();
  }
  function nextChunkOut(): Promise<void> {
    return new Promise((resolve) => {
      releaseFeeder = resolve;
    });
  }

  const decrypter = new Decrypter();
  let noneMatched = false;
  for (const identity of options.identities) addIdentity(decrypter, identity);
  // Identities are tried in order: this one is asked only when none before it had a stanza.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      noneMatched = true;
      return null;
    },
  });

  let reader: ReadableStreamDefaultReader<Uint8Array>;
  try {
    const stream: ReadableStream<Uint8Array> = await decrypter.decrypt(streamOf(pieces()));
    reader = stream.getReader();
  } catch {
    return { kind: noneMatched ? 'no-match' : 'header-refused' };
  }
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      plaintext.set(next.value, written);
      written += next.value.length;
      received++;
      options.onProgress?.(Math.min(received * SEALED_CHUNK_BYTES, payloadBytes), payloadBytes);
      (releaseFeeder as (() => void) | null)?.();
      if (isCancelled()) {
        plaintext.fill(0);
        await reader.cancel().catch(() => undefined);
        return { kind: 'cancelled' };
      }
    }
  } catch {
    plaintext.fill(0);
    return { kind: 'payload-refused', intactChunks: received };
  }
  return { kind: 'complete', plaintext: plaintext.subarray(0, written) };
}

/** The library's own error text repeats the identity it could not read, so it must not get out. */
function addIdentity(decrypter: Decrypter, identity: string): void {
  let readable = true;
  try {
    decrypter.addIdentity(identity);
  } catch {
    readable = false;
  }
  if (!readable) throw new TypeError('an age identity is not well formed');
}

/** A pull-only stream over an iterable; stopping it stops the iterable. */
function streamOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): ReadableStream<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        // Not awaited: a generator waiting in lockstep for a chunk would never answer.
        void Promise.resolve(iterator.return?.()).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
