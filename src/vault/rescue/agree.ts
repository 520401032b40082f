import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { appendChangeSet } from '../db/append.ts';
import { newHeader } from '../db/change-log.ts';
import { EXISTS, type Change, type ChangeContext } from '../db/change-types.ts';
import { rebuildDerived } from '../db/derived.ts';
import { iterateFields, putFields } from '../db/record-table.ts';
import { recordTable, type AnyFields } from '../db/record-types.ts';
import { replayLog } from '../db/replay.ts';
import { INTERNALS, type WriteStore } from '../db/store-internals.ts';
import { transact } from '../db/transaction.ts';

/** What was wanting on one side and was there on the other. */
export interface Agreement {
  /** Records whose row was lost, put back as the log has them. */
  readonly fromLog: number;
  /** Records of which the log had lost something, written into it as they stand. */
  readonly intoLog: number;
  /** Records of which the log has only a part, and the tables nothing: left to their history. */
  readonly inPart: number;
}

/**
 * Makes records and log agree again: every record is in both, so what is lost in one is taken from
 * the other.
 *
 * - Where the log is whole it is the truth, and every record is put as it says.
 * - Where something of it was lost, a record that is there stands as it is and is written into the
 *   log. One that is not there was removed, if its table was read whole; if not, it is put back as
 *   the log last has it. What is too little for a record stays in the history, and the log says
 *   that the record itself is gone.
 */
export function makeAgree(
  store: WriteStore,
  context: ChangeContext,
  isLogWhole: boolean,
  isTableWhole: (type: RecordType) => boolean,
): Agreement {
  return transact(store, () => {
    const internals = store[INTERNALS];
    const log = replayLog(store);
    const changes: Change[] = [];
    const count = { fromLog: 0, intoLog: 0, inPart: 0 };
    for (const type of RECORD_TYPES) {
      const wanted = new Map(log.get(type));
      // Read to the end first: SQLite does not write while a statement is being iterated.
      for (const { id, fields } of Array.from(iterateFields(internals, type))) {
        const logged = wanted.get(id) ?? null;
        wanted.delete(id);
        if (logged !== null && sameJson(logged, fields)) continue;
        if (isLogWhole) {
          putFields(internals, type, id, logged);
          count.fromLog += 1;
        } else {
          changes.push(...differences(type, id, logged, fields));
          count.intoLog += 1;
        }
      }
      for (const [id, fields] of wanted) {
        const isGone = !isLogWhole && isTableWhole(type);
        if (!isGone && isComplete(type, fields)) {
          putFields(internals, type, id, fields);
          count.fromLog += 1;
          continue;
        }
        changes.push(changeOf(type, id, EXISTS, true, null));
        count[isGone ? 'intoLog' : 'inPart'] += 1;
      }
    }
    if (changes.length > 0) {
      const header = newHeader(internals, context);
      appendChangeSet(internals, { header, part: 0, sourceBundle: null, changes });
    }
    rebuildDerived(store);
    return count;
  });
}

function differences(
  type: RecordType,
  recordId: string,
  logged: AnyFields | null,
  fields: AnyFields,
): Change[] {
  const made = logged === null ? [changeOf(type, recordId, EXISTS, null, true)] : [];
  const edited = recordTable(type).columns.flatMap(({ field }) => {
    const [before, now] = [logged?.[field] ?? null, fields[field] ?? null];
    return sameJson(before, now) ? [] : [changeOf(type, recordId, field, before, now)];
  });
  return [...made, ...edited];
}

function isComplete(type: RecordType, fields: AnyFields): boolean {
  return recordTable(type).columns.every(
    ({ field, required }) => !required || (fields[field] ?? null) !== null,
  );
}

function changeOf(
  recordType: RecordType,
  recordId: string,
  field: string,
  oldValue: JsonValue,
  newValue: JsonValue,
): Change {
  return { recordType, recordId, field, oldValue, newValue };
}
