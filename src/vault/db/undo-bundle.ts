import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { writeRestoring } from './change-log.ts';
import { EXISTS, type ChangeSet } from './change-types.ts';
import { erasuresOf } from './erasures.ts';
import { refuse, Refused } from './errors.ts';
import { stateAt } from './record-state.ts';
import { readFields } from './record-table.ts';
import type { AnyFields } from './record-types.ts';
import { setsOfImport } from './sets-of-import.ts';
import { INTERNALS, type StoreInternals, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';
import type { AfterPuttingBack, UndoContext } from './undo.ts';

/**
 * Takes back everything that taking in a bundle did, in one transaction: every record is put back to
 * what it was before, decisions on conflicts and what was held back included. Its line in the
 * register stays. Gives the ids of the undoings. Refused with `undo-conflict`, naming the records,
 * where something that came was changed since; `not-undoable` where it was all undone already.
 * Erasures stay, those that came with it too, and what was erased of it since stays erased.
 *
 * There is one undoing for each set that came, newest first: a sealed log or a decision on consent
 * goes only by taking back the very set that made it, and comes back if that is undone.
 */
export function undoBundle(
  store: WriteStore,
  bundleId: string,
  context: UndoContext,
  after: AfterPuttingBack = () => undefined,
): string[] {
  return transact(store, () => {
    const internals = store[INTERNALS];
    const found = setsOfImport(store, bundleId);
    if (found === null) return refuse({ kind: 'not-found', record: null });
    const { sets, entry, firstSeq, lastSeq } = found;
    const records = recordsTouched(internals, entry === null ? sets : [...sets, entry], {
      before: firstSeq - 1,
      after: lastSeq,
    });
    const left = records.filter((record) => !isAsBefore(record));
    if (left.length === 0) return refuse({ kind: 'not-undoable', reason: 'already-undone' });
    const changed = left.filter((record) => !isAsItCame(record));
    if (changed.length > 0) {
      return refuse({ kind: 'undo-conflict', records: changed.map(({ ref }) => ref) });
    }
    const newestFirst = [...sets].sort((a, b) => (a.hlc < b.hlc ? 1 : -1));
    const waiting = new Map(left.map((record) => [keyOf(record.ref), record]));
    return newestFirst.flatMap((set, index) => {
      const due = takeDue(waiting, set);
      const last = index === newestFirst.length - 1 ? after : undefined;
      return takeBack(store, set, context, due, last) ?? [];
    });
  });
}

/** That a bundle came in, was answered and erased something stays said. */
const STAYS: readonly RecordType[] = ['bundle-entry', 'entrustment', 'erasure'];

/** A record that the import touched: as it was before, as the import left it, and as it is. */
interface TouchedRecord {
  readonly ref: RecordRef;
  /** The fields that the import said something of. */
  readonly fields: ReadonlySet<string>;
  readonly before: AnyFields | null;
  readonly came: AnyFields | null;
  readonly now: AnyFields | null;
}

function recordsTouched(
  internals: StoreInternals,
  sets: readonly ChangeSet[],
  seqs: { readonly before: number; readonly after: number },
): TouchedRecord[] {
  const touched = new Map<string, { ref: RecordRef; fields: Set<string> }>();
  for (const change of sets.flatMap((set) => set.changes)) {
    const { recordType: type, recordId: id, field } = change;
    if (change.erased || STAYS.includes(type)) continue;
    const ref = { type, id };
    const entry = touched.get(keyOf(ref)) ?? { ref, fields: new Set() };
    entry.fields.add(field);
    touched.set(keyOf(ref), entry);
  }
  for (const [key, { ref, fields }] of touched) {
    for (const { field } of erasuresOf(internals, ref)) {
      if (field === null) touched.delete(key);
      else fields.delete(field);
    }
  }
  return [...touched.values()].map(({ ref, fields }) => ({
    ...{ ref, fields },
    before: stateAt(internals, ref, seqs.before),
    came: stateAt(internals, ref, seqs.after),
    now: readFields(internals, ref.type, ref.id),
  }));
}

function isAsBefore({ fields, before, now }: TouchedRecord): boolean {
  return sameIn(fields, before, now);
}

/** One that the import made counts with all its fields: what was filled in since would be lost. */
function isAsItCame({ fields, before, came, now }: TouchedRecord): boolean {
  return sameIn(before === null && now !== null ? Object.keys(now) : fields, came, now);
}

function sameIn(fields: Iterable<string>, a: AnyFields | null, b: AnyFields | null): boolean {
  if (a === null || b === null) return a === b;
  return [...fields].every((field) => sameJson(a[field] ?? null, b[field] ?? null));
}

/**
 * The records that go back with this set: one that was there before with the newest set that touched
 * it, one that was not with the newest set that made it.
 */
function takeDue(waiting: Map<string, TouchedRecord>, set: ChangeSet): TouchedRecord[] {
  const due: TouchedRecord[] = [];
  for (const { recordType: type, recordId: id, field, newValue } of set.changes) {
    const key = keyOf({ type, id });
    const record = waiting.get(key);
    if (record === undefined) continue;
    if (record.before === null && !(field === EXISTS && newValue === true)) continue;
    waiting.delete(key);
    due.push(record);
  }
  return due;
}

function takeBack(
  store: WriteStore,
  set: ChangeSet,
  context: UndoContext,
  due: readonly TouchedRecord[],
  after: AfterPuttingBack = () => undefined,
): string | null {
  try {
    return writeRestoring(store, { ...context, reason: 'undo', undoOf: set.id }, (writer) => {
      for (const { ref, fields, before, now } of due) {
        writer.restore(ref.type, ref.id, before === null ? null : putBack(fields, before, now));
      }
      after(writer);
    }).changeSetId;
  } catch (error) {
    if (error instanceof Refused && error.failure.kind === 'sealed') {
      return refuse({ kind: 'not-undoable', reason: 'sealed-since' });
    }
    throw error;
  }
}

/** What the import said nothing of stays as it is now. */
function putBack(fields: ReadonlySet<string>, before: AnyFields, now: AnyFields | null): AnyFields {
  if (now === null) return before;
  const put: Record<string, JsonValue> = { ...now };
  for (const field of fields) if (field !== EXISTS) put[field] = before[field] ?? null;
  return put;
}

function keyOf({ type, id }: RecordRef): string {
  return `${type} ${id}`;
}
