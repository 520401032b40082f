import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { EXISTS, type Change } from './change-types.ts';
import { nodeOf } from './hlc.ts';
import type { AnyFields } from './record-types.ts';
import { prepared, type StoreInternals } from './store-internals.ts';
import { noteTracesLeft } from './traces.ts';

/*
 * What was erased is said by erasure records (shared/model/erasure.ts). The log is held to them
 * here: old and new values and the salt of a change go, its commitment stays, so the chain still
 * verifies and what is left says nothing of the value.
 *
 * - A record that was erased is gone for good. Whatever is ever brought for it is only committed to.
 * - Where the past of a field was erased, what a vault writes once it knows of that is kept, and
 *   nothing else: an edit made on top of what was erased holds it still. A vault says that it knows
 *   by an erasure of its own (the last part of a time stamp names the vault), which change-log.ts
 *   adds to the first edit made there. So which changes are kept follows from which are known, and
 *   never from the order in which bundles came.
 */

export interface EraseTarget {
  readonly record: RecordRef;
  /** One field of it; null for the whole record. */
  readonly field: string | null;
}

type Place = Pick<Change, 'recordType' | 'recordId' | 'field'>;

/** The target of an erasure record, given as its fields. */
export function targetOf(erasure: AnyFields): EraseTarget {
  return {
    record: { type: erasure['recordType'] as RecordType, id: erasure['recordId'] as string },
    field: erasure['field'] as string | null,
  };
}

/** Whether a record was erased as a whole; no later bundle brings it back. */
export function isErasedRecord(internals: StoreInternals, type: string, id: string): boolean {
  return (
    prepared(
      internals,
      'SELECT 1 FROM erasure WHERE record_id = ? AND record_type = ? AND field IS NULL',
    ).get(id, type) !== undefined
  );
}

/** Everything that was erased of a record. */
export function erasuresOf(internals: StoreInternals, record: RecordRef): EraseTarget[] {
  return prepared<string | null>(
    internals,
    'SELECT DISTINCT field FROM erasure WHERE record_id = ? AND record_type = ?',
  )
    .pluck()
    .all(record.id, record.type)
    .map((field) => ({ record, field }));
}

/** The day on which what a change says was erased; null where it is kept. */
function erasedOn(internals: StoreInternals, change: Place, hlc: string): string | null {
  const { recordType, recordId, field } = change;
  if (field === EXISTS) return null;
  const rows = prepared<{ field: string | null; erasedOn: string; since: string }>(
    internals,
    `SELECT e.field, e.erased_on AS erasedOn, s.hlc AS since
     FROM erasure e
     JOIN change c ON c.record_id = e.id AND c.record_type = 'erasure' AND c.field = '${EXISTS}'
     JOIN change_set s ON s.seq = c.seq
     WHERE e.record_id = ? AND e.record_type = ? AND (e.field IS NULL OR e.field = ?)
     ORDER BY e.erased_on`,
  ).all(recordId, recordType, field);
  const whole = rows.find((row) => row.field === null);
  if (whole !== undefined) return whole.erasedOn;
  const isKnownWhenMade = rows.some(({ since }) => since <= hlc && nodeOf(since) === nodeOf(hlc));
  return isKnownWhenMade ? null : (rows[0]?.erasedOn ?? null);
}

/** The fields of a record whose past was erased, and those of them that this vault has said it knows. */
export function erasedFields(
  internals: StoreInternals,
  { type, id }: RecordRef,
  node: string,
): { readonly fields: ReadonlySet<string>; readonly known: ReadonlySet<string> } {
  const rows = prepared<{ field: string; since: string | null }>(
    internals,
    `SELECT e.field, s.hlc AS since
     FROM erasure e
     LEFT JOIN change c ON c.record_id = e.id AND c.record_type = 'erasure' AND c.field = '${EXISTS}'
     LEFT JOIN change_set s ON s.seq = c.seq
     WHERE e.record_id = ? AND e.record_type = ? AND e.field IS NOT NULL`,
  ).all(id, type);
  const own = rows.filter(({ since }) => since !== null && nodeOf(since) === node);
  return {
    fields: new Set(rows.map(({ field }) => field)),
    known: new Set(own.map(({ field }) => field)),
  };
}

/**
 * Takes what these erasures speak of out of the log, with the bytes of files that only it named and
 * the drafts of what is gone. Inside the transaction that made the erasures. Gives how many changes
 * lost their values.
 */
export function eraseFromLog(internals: StoreInternals, targets: readonly EraseTarget[]): number {
  const files = new Set<string>();
  let count = 0;
  const erase = prepared(
    internals,
    `UPDATE change SET old_value = NULL, new_value = NULL, salt = NULL, erased_at = ?
     WHERE seq = ? AND ordinal = ?`,
  );
  for (const { record, field } of targets) {
    const rows = prepared<LoggedChange>(
      internals,
      `SELECT c.seq, c.ordinal, c.field, c.old_value AS oldValue, c.new_value AS newValue, s.hlc
       FROM change c JOIN change_set s ON s.seq = c.seq
       WHERE c.record_id = ? AND c.record_type = ? AND c.erased_at IS NULL
         AND c.field <> '${EXISTS}' AND (? IS NULL OR c.field = ?)`,
    ).all(record.id, record.type, field, field);
    for (const row of rows) {
      const place = { recordType: record.type, recordId: record.id, field: row.field };
      const on = erasedOn(internals, place, row.hlc);
      if (on === null) continue;
      erase.run(on, row.seq, row.ordinal);
      count += 1;
      if (!namesFile(record.type, row.field)) continue;
      for (const text of [row.oldValue, row.newValue]) {
        if (text !== null) files.add(JSON.parse(text) as string);
      }
    }
    if (field === null) {
      prepared(internals, 'DELETE FROM draft WHERE instr(record_key, ?) > 0').run(record.id);
    }
  }
  if (files.size > 0) dropFiles(internals, [...files]);
  if (count > 0) noteTracesLeft(internals);
  return count;
}

interface LoggedChange {
  readonly seq: number;
  readonly ordinal: number;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly hlc: string;
}

function namesFile(type: RecordType, field: string): boolean {
  return (type === 'attachment' && field === 'sha256') || (type === 'contact' && field === 'photo');
}

/** Removes the bytes of those files that no record names and no undo could bring back. */
function dropFiles(internals: StoreInternals, files: readonly string[]): void {
  prepared(
    internals,
    `DELETE FROM attachment_blob
     WHERE sha256 IN (SELECT value FROM json_each(?))
       AND sha256 NOT IN (SELECT sha256 FROM attachment)
       AND sha256 NOT IN (SELECT photo FROM contact WHERE photo IS NOT NULL)
       AND json_quote(sha256) NOT IN (
         SELECT old_value FROM change WHERE field IN ('sha256', 'photo') AND old_value IS NOT NULL
         UNION
         SELECT new_value FROM change WHERE field IN ('sha256', 'photo') AND new_value IS NOT NULL
       )`,
  ).run(JSON.stringify(files));
}
