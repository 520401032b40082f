import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { isErasedRecord } from './erasures.ts';
import { readFields } from './record-table.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/** Every record that was here and was removed, but for those that were erased. */
export function removedRecords(store: ReadStore): readonly RecordRef[] {
  const internals = store[INTERNALS];
  return prepared<{ type: RecordType; id: string }>(
    internals,
    `SELECT DISTINCT record_type AS type, record_id AS id FROM change
     WHERE field = '$exists' AND new_value IS NULL`,
  )
    .all()
    .filter(
      ({ type, id }) =>
        readFields(internals, type, id) === null && !isErasedRecord(internals, type, id),
    );
}

/** The records that a change set took away. */
export function removedWith(store: ReadStore, changeSetId: string): readonly RecordRef[] {
  return prepared<RecordRef>(
    store[INTERNALS],
    `SELECT c.record_type AS type, c.record_id AS id
     FROM change c JOIN change_set s ON s.seq = c.seq
     WHERE s.id = ? AND c.field = '$exists' AND c.new_value IS NULL`,
  ).all(changeSetId);
}
