import type { RecordRef } from '../../shared/contract/parts.ts';
import { EXISTS } from './change-types.ts';
import { refuse } from './errors.ts';
import { WHOLE_RECORD } from './record-state.ts';
import { readFields } from './record-table.ts';
import { INTERNALS, prepared, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

export interface EraseTarget {
  readonly record: RecordRef;
  /** One field of it; null for the whole record. */
  readonly field: string | null;
}

/**
 * Erases values from the log: old and new values and salts go, commitments stay, so the chain
 * still verifies. A tombstone keeps a later bundle from bringing them back. Gives the number of
 * changes erased. Refused with `stale-record` where the record (or the field) still has a value:
 * take that away first, with a change set of its own, so that the history says who did it and when.
 */
export function eraseValues(store: WriteStore, targets: readonly EraseTarget[]): number {
  const internals = store[INTERNALS];
  const at = new Date(store.nowMs()).toISOString();
  const erased = transact(store, () => {
    let count = 0;
    for (const { record, field } of targets) {
      const fields = readFields(internals, record.type, record.id);
      const stillThere = field === null ? fields !== null : (fields?.[field] ?? null) !== null;
      if (stillThere) refuse({ kind: 'stale-record', record });
      count += prepared(
        internals,
        `UPDATE change SET old_value = NULL, new_value = NULL, salt = NULL, erased_at = ?
         WHERE record_type = ? AND record_id = ? AND field <> '${EXISTS}'
           AND (? IS NULL OR field = ?) AND erased_at IS NULL`,
      ).run(at, record.type, record.id, field, field).changes;
      prepared(
        internals,
        `INSERT OR REPLACE INTO tombstone (record_type, record_id, field, erased_at)
         VALUES (?, ?, ?, ?)`,
      ).run(record.type, record.id, field ?? WHOLE_RECORD, at);
    }
    return count;
  });
  // The old pages are still in the write-ahead log until it is emptied.
  internals.database.pragma('wal_checkpoint(TRUNCATE)');
  return erased;
}
