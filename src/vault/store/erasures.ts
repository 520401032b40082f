import { and, eq, isNull, min, sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { erasure } from '../db/schema.ts';
import { readRows } from '../db/read-rows.ts';
import type { ReadStore } from '../db/store.ts';
import { isOneOf } from './id-list.ts';

/** The day on which a contact was erased; null where it was not. */
export function contactErasedOn(store: ReadStore, contactId: string): string | null {
  const found = store.orm
    .select({ on: min(erasure.erasedOn) })
    .from(erasure)
    .where(
      and(
        eq(erasure.recordType, 'contact'),
        eq(erasure.recordId, contactId),
        isNull(erasure.field),
      ),
    )
    .get();
  return found?.on ?? null;
}

/** Those of these contacts that were erased. */
export function erasedAmong(store: ReadStore, contactIds: readonly string[]): string[] {
  return store.orm
    .selectDistinct({ id: erasure.recordId })
    .from(erasure)
    .where(
      and(
        eq(erasure.recordType, 'contact'),
        isOneOf(erasure.recordId, contactIds),
        isNull(erasure.field),
      ),
    )
    .orderBy(erasure.recordId)
    .all()
    .map(({ id }) => id);
}

/** Every erasure of a whole record, and of the fields of these records. */
export function erasuresToCarry(store: ReadStore, records: readonly RecordRef[]): RecordRef[] {
  const carried = new Set(records.map(({ type, id }) => `${type} ${id}`));
  return store.orm
    .select()
    .from(erasure)
    .orderBy(erasure.id)
    .all()
    .filter(
      ({ recordType, recordId, field }) =>
        field === null || carried.has(`${recordType} ${recordId}`),
    )
    .map(({ id }) => ({ type: 'erasure', id }));
}

export function hasErasure(store: ReadStore, id: string): boolean {
  return (
    store.orm.select({ id: erasure.id }).from(erasure).where(eq(erasure.id, id)).get() !== undefined
  );
}

/** Whether the history says anything of a record. */
export function isInLog(store: ReadStore, { type, id }: RecordRef): boolean {
  const found = store.orm.get<{ found: number } | undefined>(
    sql`SELECT 1 AS found FROM change WHERE record_id = ${id} AND record_type = ${type} LIMIT 1`,
  );
  return found !== undefined;
}

export interface KnownErasure {
  readonly field: string | null;
  /** The time stamp it was made at. */
  readonly since: string;
}

/** What was erased of a record, and when each vault said so. */
export function erasuresKnownOf(store: ReadStore, { type, id }: RecordRef): KnownErasure[] {
  return readRows<KnownErasure>(store, ERASURES_KNOWN_OF, id, type);
}

const ERASURES_KNOWN_OF = `
  SELECT e.field, s.hlc AS since FROM erasure e
  JOIN change c ON c.record_id = e.id AND c.record_type = 'erasure' AND c.field = '$exists'
  JOIN change_set s ON s.seq = c.seq
  WHERE e.record_id = ? AND e.record_type = ?`;
