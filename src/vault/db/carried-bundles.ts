import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { CHUNK_BYTES } from './blobs.ts';
import { carriedBundle } from './schema.ts';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

export type CarriedBundle = typeof carriedBundle.$inferSelect;

/** Every bundle that is or was carried, newest first. */
export function listCarried(store: ReadStore): CarriedBundle[] {
  return store.orm
    .select()
    .from(carriedBundle)
    .orderBy(desc(carriedBundle.takenAt), desc(carriedBundle.id))
    .all();
}

export function findCarried(store: ReadStore, id: string): CarriedBundle | null {
  return store.orm.select().from(carriedBundle).where(eq(carriedBundle.id, id)).get() ?? null;
}

/**
 * Keeps a bundle to be carried; gives its id. The same bytes are carried once: a second taking of
 * what is here gives the id of the first.
 */
export function keepCarried(
  store: WriteStore,
  bytes: Uint8Array,
  about: Pick<CarriedBundle, 'fileName' | 'fromName' | 'forName'>,
): { readonly id: string; readonly isNew: boolean } {
  const internals = store[INTERNALS];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return transact(store, () => {
    const before = listCarried(store).find((one) => one.sha256 === sha256 && isHere(one));
    if (before !== undefined) return { id: before.id, isNew: false };
    const id = internals.nextRecordId();
    const { fileName, fromName, forName } = about;
    prepared(
      internals,
      `INSERT INTO carried_bundle
         (id, file_name, sha256, size_bytes, from_name, for_name, taken_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, fileName, sha256, bytes.length, fromName, forName, nowOf(store));
    const insert = prepared(
      internals,
      'INSERT INTO carried_chunk (bundle_id, ordinal, bytes) VALUES (?, ?, ?)',
    );
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      insert.run(id, start / CHUNK_BYTES, Buffer.from(bytes.subarray(start, start + CHUNK_BYTES)));
    }
    return { id, isNew: true };
  });
}

/** The bytes of a carried bundle, chunk by chunk, just as they were taken. */
export function* carriedChunks(store: ReadStore, id: string): Generator<Buffer> {
  const read = prepared<Buffer>(
    store[INTERNALS],
    'SELECT bytes FROM carried_chunk WHERE bundle_id = ? AND ordinal = ?',
  ).pluck();
  for (let ordinal = 0; ; ordinal++) {
    const chunk = read.get(id, ordinal);
    if (chunk === undefined) return;
    yield chunk;
  }
}

/** Notes that the bytes of a carried bundle were given to somebody, for the last time now. */
export function noteHandedOn(store: WriteStore, id: string): void {
  prepared(store[INTERNALS], 'UPDATE carried_bundle SET handed_on_at = ? WHERE id = ?').run(
    nowOf(store),
    id,
  );
}

/** Drops the bytes of a carried bundle for good; its line stays. */
export function forgetCarried(store: WriteStore, id: string): void {
  const internals = store[INTERNALS];
  transact(store, () => {
    prepared(internals, 'DELETE FROM carried_chunk WHERE bundle_id = ?').run(id);
    prepared(internals, 'UPDATE carried_bundle SET forgotten_at = ? WHERE id = ?').run(
      nowOf(store),
      id,
    );
  });
}

/** Whether the bytes are still here. */
export function isHere({ forgottenAt }: Pick<CarriedBundle, 'forgottenAt'>): boolean {
  return forgottenAt === null;
}

function nowOf(store: WriteStore): string {
  return new Date(store.nowMs()).toISOString();
}
