import type { RecordRef } from '../../shared/contract/parts.ts';
import { INTERNALS, prepared, type ReadStore, type WriteStore } from './store-internals.ts';

/** What a counterpart was sent of one record. */
export interface SentRecord {
  readonly record: RecordRef;
  /** Place of this vault's chain up to which all of its changes went, the withheld fields aside. */
  readonly through: number;
  /** Fields of which nothing went with the last bundle, whatever went before. */
  readonly withheld: readonly string[];
  /** Place of the removal that they were told of; null while the record is there for them. */
  readonly removal: number | null;
}

/** By `keyOfRecord`. */
export type SentRecords = ReadonlyMap<string, SentRecord>;

export function keyOfRecord({ type, id }: RecordRef): string {
  return `${type} ${id}`;
}

/** Notes what a bundle holds. In the transaction that puts the bundle into the register. */
export function noteSent(
  store: WriteStore,
  bundleId: string,
  records: readonly SentRecord[],
): void {
  const insert = prepared(
    store[INTERNALS],
    `INSERT INTO sent_record (bundle_id, record_type, record_id, seq, withheld, removal)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { record, through, withheld, removal } of records) {
    const { type, id } = record;
    insert.run(bundleId, type, id, through, JSON.stringify(withheld), removal);
  }
}

/** Forgets what a bundle held: it never left, or never arrived. */
export function forgetSent(store: WriteStore, bundleId: string): void {
  prepared(store[INTERNALS], 'DELETE FROM sent_record WHERE bundle_id = ?').run(bundleId);
}

/**
 * What a counterpart was sent, of each record as the last bundle that held it left it: the chain only
 * grows, so the last is the one that reaches furthest. The count of bundles begins anew with a key.
 */
export function sentTo(store: ReadStore, counterpartId: string): SentRecords {
  const rows = prepared<Row>(
    store[INTERNALS],
    `SELECT s.record_type AS type, s.record_id AS id, s.seq AS through, s.withheld, s.removal
     FROM bundle_entry b JOIN sent_record s ON s.bundle_id = b.id
     WHERE b.counterpart_id = ? AND b.direction = 'out'
     ORDER BY max(s.seq, coalesce(s.removal, 0))`,
  ).all(counterpartId);
  const records = new Map<string, SentRecord>();
  for (const { type, id, through, withheld, removal } of rows) {
    const record = { type, id };
    const left = JSON.parse(withheld) as readonly string[];
    records.set(keyOfRecord(record), { record, through, withheld: left, removal });
  }
  return records;
}

interface Row extends RecordRef {
  readonly through: number;
  readonly withheld: string;
  readonly removal: number | null;
}
