import { createHash } from 'node:crypto';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

/** Bytes kept per row. */
export const CHUNK_BYTES = 64 * 1024;

export interface BlobRef {
  /** SHA-256 of the bytes, lower-case hexadecimal: its name. */
  readonly sha256: string;
  readonly size: number;
}

/** Keeps bytes by their SHA-256; the same bytes are kept once. */
export function putBlob(store: WriteStore, bytes: Uint8Array): BlobRef {
  const internals = store[INTERNALS];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const size = bytes.length;
  return transact(store, () => {
    if (blobSize(store, sha256) !== null) return { sha256, size };
    prepared(internals, 'INSERT INTO attachment_blob (sha256, size) VALUES (?, ?)').run(
      sha256,
      size,
    );
    const insert = prepared(
      internals,
      'INSERT INTO attachment_chunk (sha256, ordinal, bytes) VALUES (?, ?, ?)',
    );
    for (let start = 0; start < size; start += CHUNK_BYTES) {
      const chunk = bytes.subarray(start, start + CHUNK_BYTES);
      insert.run(sha256, start / CHUNK_BYTES, Buffer.from(chunk));
    }
    return { sha256, size };
  });
}

/** Size in bytes of what is kept under a SHA-256; null where nothing is. */
export function blobSize(store: ReadStore, sha256: string): number | null {
  const size = prepared<number>(
    store[INTERNALS],
    'SELECT size FROM attachment_blob WHERE sha256 = ?',
  )
    .pluck()
    .get(sha256);
  return size ?? null;
}

/**
 * The bytes kept under a SHA-256; null where there are none. Throws where they are not what their
 * name says: the database authenticates its pages, so that is a fault of this program.
 */
export function readBlob(store: ReadStore, sha256: string): Buffer | null {
  const size = blobSize(store, sha256);
  if (size === null) return null;
  const bytes = Buffer.concat([...blobChunks(store, sha256)]);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== size || found !== sha256) throw new Error('attachment bytes do not match');
  return bytes;
}

/** The bytes chunk by chunk, in order; nothing where there are none. */
export function* blobChunks(store: ReadStore, sha256: string): Generator<Buffer> {
  const read = prepared<Buffer>(
    store[INTERNALS],
    'SELECT bytes FROM attachment_chunk WHERE sha256 = ? AND ordinal = ?',
  ).pluck();
  for (let ordinal = 0; ; ordinal++) {
    const chunk = read.get(sha256, ordinal);
    if (chunk === undefined) return;
    yield chunk;
  }
}

/**
 * Removes bytes that no attachment record and no contact's photo names any more; gives how many
 * were removed. An undo of the removal of such a record would find them gone: callers keep them
 * until the change set can no longer be undone, or the values are erased.
 */
export function dropUnusedBlobs(store: WriteStore): number {
  return prepared(
    store[INTERNALS],
    `DELETE FROM attachment_blob WHERE sha256 NOT IN (SELECT sha256 FROM attachment)
       AND sha256 NOT IN (SELECT photo FROM contact WHERE photo IS NOT NULL)`,
  ).run().changes;
}
