import { RECORD_TYPES, type RecordType } from '../../shared/model/record-type.ts';
import type { RecordRef } from '../../shared/contract/parts.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { foldState, isErasedRecord } from './record-state.ts';
import { iterateFields } from './record-table.ts';
import type { AnyFields } from './record-types.ts';
import { INTERNALS, type ReadStore } from './store-internals.ts';

export type ReplayedState = ReadonlyMap<RecordType, ReadonlyMap<string, AnyFields>>;

/** Every record as the log alone has it. Reads the whole log. */
export function replayLog(store: ReadStore): ReplayedState {
  const internals = store[INTERNALS];
  const values = new Map<RecordType, Map<string, Map<string, JsonValue>>>();
  const rows = internals.database
    .prepare<unknown[], ReplayRow>(
      `SELECT c.record_type AS type, c.record_id AS id, c.field, c.new_value AS value
       FROM change c JOIN change_set s ON s.seq = c.seq ORDER BY s.hlc, s.id`,
    )
    .all();
  for (const { type, id, field, value } of rows) {
    const records = getOrMake(values, type, () => new Map<string, Map<string, JsonValue>>());
    const record = getOrMake(records, id, () => new Map<string, JsonValue>());
    record.set(field, value === null ? null : (JSON.parse(value) as JsonValue));
  }
  const state = new Map<RecordType, Map<string, AnyFields>>();
  for (const type of RECORD_TYPES) {
    const records = new Map<string, AnyFields>();
    for (const [id, fields] of values.get(type) ?? []) {
      const folded = isErasedRecord(internals, type, id) ? null : foldState(type, fields);
      if (folded !== null) records.set(id, folded);
    }
    state.set(type, records);
  }
  return state;
}

/** The first record whose table row is not what the log adds up to; null where all are. */
export function firstDifferenceFromLog(store: ReadStore): RecordRef | null {
  const state = replayLog(store);
  for (const type of RECORD_TYPES) {
    const expected = new Map(state.get(type));
    for (const { id, fields } of iterateFields(store[INTERNALS], type)) {
      const wanted = expected.get(id);
      if (wanted === undefined || !sameJson(wanted, fields)) return { type, id };
      expected.delete(id);
    }
    for (const id of expected.keys()) return { type, id };
  }
  return null;
}

interface ReplayRow {
  readonly type: RecordType;
  readonly id: string;
  readonly field: string;
  readonly value: string | null;
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
