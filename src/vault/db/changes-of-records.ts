import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import type { Change, ChangeSetHeader, ForeignChangeSet } from './change-types.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/** A record of which changes are asked for: all of them where nothing more is said. */
export interface WantedRecord extends RecordRef {
  /** Only what stands after this place of the chain. */
  readonly after?: number;
  /** Fields of which every change is wanted, wherever it stands. */
  readonly whole?: readonly string[];
}

export interface WantedChanges {
  /** Leaves out what came in bundles of this officer. */
  readonly notFrom?: string;
  /** No more than that the records were made and removed, and what these bundles brought of them. */
  readonly onlyExistenceAndFrom?: ReadonlySet<string>;
}

/**
 * Every change set that touched one of these records, in the order of time stamps, cut down to the
 * changes that are wanted. The parts of a set are one again. Erased values are left out: they are
 * in no vault any more.
 */
export function changesOfRecords(
  store: ReadStore,
  records: readonly WantedRecord[],
  { notFrom, onlyExistenceAndFrom }: WantedChanges = {},
): ForeignChangeSet[] {
  const rows = prepared<Row>(
    store[INTERNALS],
    `WITH wanted AS MATERIALIZED (
       SELECT value ->> '$.type' AS type, value ->> '$.id' AS id,
         coalesce(value ->> '$.after', 0) AS past, coalesce(value -> '$.whole', '[]') AS whole
       FROM json_each($records)
     )
     SELECT ${COLUMNS} FROM wanted AS r
     CROSS JOIN change c ON c.record_id = r.id AND c.record_type = r.type AND c.seq > r.past
     JOIN change_set s ON s.seq = c.seq WHERE ${WANTED}
     UNION ALL
     SELECT ${COLUMNS} FROM wanted AS r JOIN json_each(r.whole) AS f
     CROSS JOIN change c ON c.record_id = r.id AND c.record_type = r.type AND c.seq <= r.past
       AND c.field = f.value
     JOIN change_set s ON s.seq = c.seq WHERE ${WANTED}
     ORDER BY hlc, id, part, ordinal`,
  ).all({
    records: JSON.stringify(records),
    notFrom: notFrom ?? null,
    bundles: onlyExistenceAndFrom === undefined ? null : JSON.stringify([...onlyExistenceAndFrom]),
  });
  const sets: (Omit<ForeignChangeSet, 'changes'> & { changes: Change[] })[] = [];
  for (const row of rows) {
    const {
      recordType,
      recordId,
      field,
      oldValue,
      newValue,
      part: _,
      ordinal: __,
      ...header
    } = row;
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

const COLUMNS = `s.id AS id, s.hlc AS hlc, s.at, s.author_id AS authorId, s.author_name AS authorName,
  s.device, s.reason, s.undo_of AS undoOf, s.part AS part, c.ordinal AS ordinal,
  c.record_type AS recordType, c.record_id AS recordId, c.field, c.old_value AS oldValue,
  c.new_value AS newValue`;

const WANTED = `c.erased_at IS NULL
  AND ($notFrom IS NULL OR s.source_bundle IS NULL OR s.source_bundle NOT IN (
    SELECT id FROM bundle_entry WHERE counterpart_id = $notFrom AND direction = 'in'))
  AND ($bundles IS NULL OR c.field = '$exists'
    OR s.source_bundle IN (SELECT value FROM json_each($bundles)))`;

interface Row extends ChangeSetHeader, Pick<Change, 'recordType' | 'recordId' | 'field'> {
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly part: number;
  readonly ordinal: number;
}

function parse(text: string | null): JsonValue {
  return text === null ? null : (JSON.parse(text) as JsonValue);
}
