import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { EXISTS, type ChangeContext, type ChangeSet } from './change-types.ts';
import { refuse, Refused } from './errors.ts';
import { changeSetsOfBundle, readChangeSet, undoneBy } from './history.ts';
import { writeRestoring, type RecordWriter, type RestoringWriter } from './change-log.ts';
import { readFields } from './record-table.ts';
import { recordTable } from './record-types.ts';
import { INTERNALS, type StoreInternals, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

export type UndoContext = Omit<ChangeContext, 'reason' | 'undoOf'>;

/** Brings what follows from other records into line, in the change set that puts values back. */
export type AfterPuttingBack = (writer: RecordWriter) => void;

/**
 * Takes back a change set with a new one that puts every old value back; gives the new one's id.
 * Refused with `not-found`; `undo-conflict` where something it set was changed since, naming the
 * records; `not-undoable` where it was undone already, a value was erased, or a meeting log it
 * touched is sealed. An undo can be undone.
 */
export function undoChangeSet(
  store: WriteStore,
  id: string,
  context: UndoContext,
  after: AfterPuttingBack = () => undefined,
): string {
  return transact(store, () => {
    const set = readChangeSet(store, id);
    if (set === null) return refuse({ kind: 'not-found', record: null });
    const undoing = undoOne(store, set, context, new Set(), after);
    // All that could be put back follows from other records, which say what they said.
    return undoing ?? refuse({ kind: 'undo-conflict', records: recordsOf(set) });
  });
}

/**
 * Takes back everything a bundle brought, newest first, in one transaction; all or nothing.
 *
 * A log that was written, sealed and then sent cannot go back step by step: unsealing it would be
 * an edit. It goes as a whole, with the set that made it, and comes back sealed if that is undone.
 */
export function undoBundle(
  store: WriteStore,
  bundleId: string,
  context: UndoContext,
  after: AfterPuttingBack = () => undefined,
): string[] {
  return transact(store, () => {
    const ids = new Set(changeSetsOfBundle(store, bundleId).map((set) => set.id));
    const sets = [...ids]
      .map((id) => readChangeSet(store, id))
      .filter((set) => set !== null)
      .sort((a, b) => (a.hlc < b.hlc ? 1 : -1));
    if (sets.length === 0) refuse({ kind: 'not-found', record: null });
    const whole = sealedLogsMadeIn(store, sets);
    const oldest = sets.at(-1);
    return sets.flatMap((set) => {
      const last = set === oldest ? after : undefined;
      return undoOne(store, set, context, whole, last) ?? [];
    });
  });
}

/** The logs made by one of these sets that stand sealed now. */
function sealedLogsMadeIn(store: WriteStore, sets: readonly ChangeSet[]): ReadonlySet<string> {
  const made = sets
    .flatMap((set) => set.changes)
    .filter(({ recordType, field, newValue }) => {
      return recordType === 'meeting-log' && field === EXISTS && newValue === true;
    })
    .map(({ recordId }) => recordId);
  const isSealed = (id: string): boolean =>
    readFields(store[INTERNALS], 'meeting-log', id)?.['state'] === 'sealed';
  return new Set(made.filter(isSealed));
}

/**
 * @param whole Logs that go as a whole, with the set that made them, and are passed over in others.
 * @returns Null where there was nothing left to put back.
 */
function undoOne(
  store: WriteStore,
  set: ChangeSet,
  context: UndoContext,
  whole: ReadonlySet<string>,
  after: AfterPuttingBack = () => undefined,
): string | null {
  const internals = store[INTERNALS];
  if (undoneBy(store, set.id) !== null) {
    refuse({ kind: 'not-undoable', reason: 'already-undone' });
  }
  if (set.changes.some((change) => change.erased)) {
    refuse({ kind: 'not-undoable', reason: 'erased' });
  }
  const goesWhole = ({ type, id }: RecordChanges): boolean =>
    type === 'meeting-log' && whole.has(id);
  const records = byRecord(set).filter(
    (record) => !goesWhole(record) || record.newValues.get(EXISTS) === true,
  );
  const conflicts = records.filter(
    (record) => !goesWhole(record) && !stillHolds(internals, record),
  );
  if (conflicts.length > 0) {
    refuse({
      kind: 'undo-conflict',
      records: conflicts.map(({ type, id }): RecordRef => ({ type, id })),
    });
  }
  try {
    const written = writeRestoring(
      store,
      { ...context, reason: 'undo', undoOf: set.id },
      (writer) => {
        for (const record of records) putBack(internals, writer, record);
        after(writer);
      },
    );
    return written.changeSetId;
  } catch (error) {
    if (error instanceof Refused && error.failure.kind === 'sealed') {
      return refuse({ kind: 'not-undoable', reason: 'sealed-since' });
    }
    throw error;
  }
}

interface RecordChanges {
  readonly type: RecordType;
  readonly id: string;
  readonly oldValues: Map<string, JsonValue>;
  readonly newValues: Map<string, JsonValue>;
}

function recordsOf(set: ChangeSet): RecordRef[] {
  return byRecord(set).map(({ type, id }) => ({ type, id }));
}

function byRecord(set: ChangeSet): RecordChanges[] {
  const records = new Map<string, RecordChanges>();
  for (const change of set.changes) {
    const key = `${change.recordType} ${change.recordId}`;
    let record = records.get(key);
    if (record === undefined) {
      record = {
        type: change.recordType,
        id: change.recordId,
        oldValues: new Map(),
        newValues: new Map(),
      };
      records.set(key, record);
    }
    record.oldValues.set(change.field, change.oldValue);
    record.newValues.set(change.field, change.newValue);
  }
  return [...records.values()];
}

/**
 * Whether every value the set gave is the current one. A set that made a record also stands for
 * the fields it left empty: one filled in since would be lost with the record.
 */
function stillHolds(internals: StoreInternals, record: RecordChanges): boolean {
  const fields = readFields(internals, record.type, record.id);
  const exists = fields === null ? null : true;
  if (!record.newValues.has(EXISTS)) {
    if (fields === null) return false;
  } else if (record.newValues.get(EXISTS) !== exists) {
    return false;
  }
  const made = record.newValues.get(EXISTS) === true;
  const names = made && fields !== null ? Object.keys(fields) : record.newValues.keys();
  for (const field of names) {
    if (field === EXISTS) continue;
    const expected = record.newValues.get(field) ?? null;
    if (!sameJson(fields?.[field] ?? null, expected)) return false;
  }
  return true;
}

function putBack(internals: StoreInternals, writer: RestoringWriter, record: RecordChanges): void {
  const { type, id, oldValues } = record;
  if (oldValues.get(EXISTS) === null) {
    writer.restore(type, id, null);
    return;
  }
  const current = readFields(internals, type, id);
  const fields: Record<string, JsonValue> = {};
  for (const { field } of recordTable(type).columns) {
    fields[field] = oldValues.has(field)
      ? (oldValues.get(field) ?? null)
      : (current?.[field] ?? null);
  }
  writer.restore(type, id, fields);
}
