import type { ChangeSet } from './change-types.ts';
import { changeSetsOfBundle, readChangeSetAt } from './history.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/** What taking a bundle in put into this vault's chain: one run of it, made in one transaction. */
export interface SetsOfImport {
  /** What the bundle brought, then what this vault wrote to bring it together with what was here. */
  readonly sets: readonly ChangeSet[];
  /** The set that entered the bundle in the register, with what it held back; null if there is none. */
  readonly entry: ChangeSet | null;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** Null where no change set came with this bundle. */
export function setsOfImport(store: ReadStore, bundleId: string): SetsOfImport | null {
  const internals = store[INTERNALS];
  const brought = changeSetsOfBundle(store, bundleId);
  const firstSeq = brought[0]?.seq;
  const lastBrought = brought.at(-1)?.seq;
  if (firstSeq === undefined || lastBrought === undefined) return null;
  const entrySeq = prepared<number>(
    internals,
    `SELECT s.seq FROM change c JOIN change_set s ON s.seq = c.seq
     WHERE c.record_type = 'bundle-entry' AND c.record_id = ? AND c.field = '$exists'
       AND s.reason = 'import-bundle' AND s.source_bundle IS NULL`,
  )
    .pluck()
    .get(bundleId);
  const lastSeq = entrySeq ?? lastBrought;
  const mergeSeqs = prepared<number>(
    internals,
    `SELECT seq FROM change_set
     WHERE seq BETWEEN ? AND ? AND reason = 'merge' AND source_bundle IS NULL ORDER BY seq`,
  )
    .pluck()
    .all(firstSeq, lastSeq);
  const merged = mergeSeqs.map((seq) => readChangeSetAt(store, seq));
  const entry = entrySeq === undefined ? null : readChangeSetAt(store, entrySeq);
  return { sets: [...brought, ...merged], entry, firstSeq, lastSeq };
}

/** The bundle whose coming made this vault write a merge; null where the set is none. */
export function bundleMergedBy(store: ReadStore, set: ChangeSet): string | null {
  if (set.reason !== 'merge' || set.sourceBundle !== null) return null;
  return (
    prepared<string>(
      store[INTERNALS],
      `SELECT c.record_id FROM change c JOIN change_set s ON s.seq = c.seq
       WHERE s.seq > ? AND s.reason = 'import-bundle' AND s.source_bundle IS NULL
         AND c.record_type = 'bundle-entry' AND c.field = '$exists'
       ORDER BY s.seq LIMIT 1`,
    )
      .pluck()
      .get(set.seq) ?? null
  );
}
