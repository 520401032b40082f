import { createHash } from 'node:crypto';
import type { OpenBundleFailure } from '../../src/vault/bundle/bundle-failure.ts';
import type { ByteSource } from '../../src/vault/bundle/byte-source.ts';
import { unseal, type UnsealOptions } from '../../src/vault/bundle/unseal.ts';
import {
  writeBundle,
  type BundleAttachment,
  type WriteBundleFailure,
  type WriteBundleInput,
  type WrittenBundle,
} from '../../src/vault/bundle/write-bundle.ts';
import { ok, type Outcome } from '../../src/shared/outcome.ts';

/** Bytes of a test, read as a file is. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  const readSync: ByteSource['readSync'] = (into, at) => {
    if (at + into.length > bytes.length) throw new RangeError('read beyond the end');
    into.set(bytes.subarray(at, at + into.length));
  };
  return {
    size: bytes.length,
    read: (into, at) => Promise.resolve(readSync(into, at)),
    readSync,
  };
}

export type BundleInMemory = WrittenBundle & { readonly bytes: Uint8Array };

/** Writes a bundle and keeps its ciphertext. */
export async function writeInMemory(
  input: Omit<WriteBundleInput, 'write'>,
): Promise<Outcome<BundleInMemory, WriteBundleFailure>> {
  const parts: Uint8Array[] = [];
  const written = await writeBundle({
    ...input,
    write: (part) => {
      parts.push(part.slice());
      return Promise.resolve();
    },
  });
  if (!written.ok) return written;
  return ok({ ...written.value, bytes: new Uint8Array(Buffer.concat(parts)) });
}

/** All of the plaintext of an age file. */
export async function unsealBytes(
  bytes: Uint8Array,
  options: UnsealOptions,
): Promise<Outcome<Uint8Array, OpenBundleFailure>> {
  const unsealed = await unseal(sourceOf(bytes), options);
  if (!unsealed.ok) return unsealed;
  const { plaintext } = unsealed.value;
  return ok(await plaintext.read(0, plaintext.size));
}

export type AttachmentInMemory = BundleAttachment & { readonly bytes: Uint8Array };

/** An attachment of any bytes, under its true name. */
export function attachmentOfBytes(bytes: Uint8Array): AttachmentInMemory {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, size: bytes.length, bytes, read: () => bytes };
}
