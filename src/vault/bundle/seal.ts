// Must come first: typage's libraries look for globalThis.crypto.
import '../web-crypto.ts';
import { randomBytes } from 'node:crypto';
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { readAgeHeader } from './age-header.ts';
import { encryptStream, PAYLOAD_NONCE_BYTES, payloadKey } from './age-stream.ts';

/**
 * The only file that touches typage (`age-encryption`), which makes and opens keys and headers.
 * Format: age-encryption.org/v1, binary, never armoured. The payload is in age-stream.ts: typage
 * encrypts it in TypeScript, at a tenth of the speed.
 */

export type AgeKeyKind = 'x25519' | 'hybrid';

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
 * Encrypts a stream to recipients of one kind, header first. A part is overwritten when the next
 * but one is asked for (age-stream.ts).
 *
 * Mixing kinds throws: age's labels forbid it, because one X25519 recipient would undo the
 * post-quantum protection of the others.
 */
export async function* seal(
  plaintext: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const kinds = new Set(recipients.map(ageRecipientKind));
  if (kinds.size !== 1 || kinds.has(null)) {
    throw new TypeError('a bundle needs one or more age recipients, all of one kind');
  }
  const { header, fileKey } = await makeHeader(recipients);
  const nonce = randomBytes(PAYLOAD_NONCE_BYTES);
  const key = payloadKey(fileKey, nonce);
  fileKey.fill(0);
  try {
    yield Buffer.concat([header, nonce]);
    yield* encryptStream(plaintext, key);
  } finally {
    key.fill(0);
  }
}

/**
 * A header and the file key in it, both made by typage. It shows the key to every recipient: this
 * asks it to encrypt nothing, takes the key from a recipient that adds no stanza, and leaves the
 * (empty) payload away. The real payload has a nonce, and so a key, of its own.
 */
async function makeHeader(
  recipients: readonly string[],
): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array }> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  let fileKey: Uint8Array | null = null;
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key.slice();
      return [];
    },
  });
  const file = await encrypter.encrypt(new Uint8Array(0));
  const header = readAgeHeader(file, file.length);
  if (header.kind !== 'complete' || fileKey === null) throw new Error('typage made no header');
  return { header: file.slice(0, header.headerBytes), fileKey };
}

/**
 * Finds the file key in a header, the header's MAC verified. `no-match` where none of the
 * identities opens a stanza; `refused` where the header is not authentic or a stanza is malformed.
 */
export async function openHeader(
  header: Uint8Array,
  identities: readonly string[],
): Promise<Uint8Array | 'no-match' | 'refused'> {
  const decrypter = new Decrypter();
  for (const identity of identities) addIdentity(decrypter, identity);
  // Identities are tried in order: this one is asked only when none before it had a stanza.
  let noneMatched = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      noneMatched = true;
      return null;
    },
  });
  try {
    return await decrypter.decryptHeader(header);
  } catch {
    return noneMatched ? 'no-match' : 'refused';
  }
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
