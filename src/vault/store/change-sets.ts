import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ReadStore } from '../db/store.ts';

/** The types of the records that a change set touched. */
export function recordTypesIn(store: ReadStore, changeSetId: string): RecordType[] {
  return store.orm
    .all<{ type: RecordType }>(
      sql`SELECT DISTINCT c.record_type AS type FROM change c
          JOIN change_set s ON s.seq = c.seq WHERE s.id = ${changeSetId}`,
    )
    .map((row) => row.type);
}

/** When a record was first made and last changed, by the clocks of who did it; null if unknown. */
export function recordTimes(
  store: ReadStore,
  { type, id }: RecordRef,
): { readonly createdAt: string; readonly changedAt: string } | null {
  const rows = store.orm.all<{ at: string }>(
    sql`SELECT DISTINCT s.seq, s.at FROM change c JOIN change_set s ON s.seq = c.seq
        WHERE c.record_type = ${type} AND c.record_id = ${id} ORDER BY s.hlc`,
  );
  const first = rows[0];
  const last = rows.at(-1);
  return first && last ? { createdAt: first.at, changedAt: last.at } : null;
}

/**
 * The change set with which this vault entered a bundle it took in: written here, beside the change
 * sets that the bundle brought. Null where there is none.
 */
export function entrySetOf(store: ReadStore, bundleId: string): string | null {
  const rows = store.orm.all<{ id: string }>(
    sql`SELECT s.id FROM change c JOIN change_set s ON s.seq = c.seq
        WHERE c.record_type = 'bundle-entry' AND c.record_id = ${bundleId}
          AND c.field = '$exists' AND s.reason = 'import-bundle' AND s.source_bundle IS NULL`,
  );
  return rows[0]?.id ?? null;
}

/**
 * Where in this vault's chain a field was first given this value; null if never. The chain's order
 * does not depend on anybody's clock, and an undo that brings a value back does not make it newer.
 */
export function firstSetSequence(
  store: ReadStore,
  { type, id }: RecordRef,
  field: string,
  value: unknown,
): number | null {
  const row = store.orm.get<{ seq: number | null }>(
    sql`SELECT min(seq) AS seq FROM change
        WHERE record_type = ${type} AND record_id = ${id} AND field = ${field}
          AND new_value = ${canonicalJson(value)}`,
  );
  return row.seq;
}
