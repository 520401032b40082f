import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import type { Change, ChangeSetHeader, ForeignChangeSet } from './change-types.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/**
 * Every change set that touched one of these records, in the order of time stamps, cut down to the
 * changes of these records. The parts of a set are one again. Erased values are left out: they are
 * in no vault any more.
 */
export function changesOfRecords(
  store: ReadStore,
  records: readonly RecordRef[],
): ForeignChangeSet[] {
  const rows = prepared<Row>(
    store[INTERNALS],
    `SELECT s.id, s.hlc, s.at, s.author_id AS authorId, s.author_name AS authorName, s.device,
       s.reason, s.undo_of AS undoOf, c.record_type AS recordType, c.record_id AS recordId,
       c.field, c.old_value AS oldValue, c.new_value AS newValue
     FROM json_each(?) AS r
     JOIN change c ON c.record_type = r.value ->> '$.type' AND c.record_id = r.value ->> '$.id'
     JOIN change_set s ON s.seq = c.seq
     WHERE c.erased_at IS NULL
     ORDER BY s.hlc, s.id, s.part, c.ordinal`,
  ).all(JSON.stringify(records));
  const sets: (Omit<ForeignChangeSet, 'changes'> & { changes: Change[] })[] = [];
  for (const row of rows) {
    const { recordType, recordId, field, oldValue, newValue, ...header } = row;
    let last = sets.at(-1);
    if (last?.id !== header.id) {
      last = { ...header, changes: [] };
      sets.push(last);
    }
    const change = { recordType, recordId, field };
    last.changes.push({ ...change, oldValue: parse(oldValue), newValue: parse(newValue) });
  }
  return sets;
}

interface Row extends ChangeSetHeader, Pick<Change, 'recordType' | 'recordId' | 'field'> {
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

function parse(text: string | null): JsonValue {
  return text === null ? null : (JSON.parse(text) as JsonValue);
}
