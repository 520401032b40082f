import type { RecordType } from '../../shared/model/record-type.ts';
import { appendChangeSet } from './append.ts';
import { hasLoneSurrogate, sameJson } from '../canonical-json.ts';
import { EXISTS, type Change, type ChangeContext, type ChangeSetHeader } from './change-types.ts';
import { refreshDerived } from './derived.ts';
import { refuse } from './errors.ts';
import { judgeRecord } from './guards.ts';
import { newId } from './record-id.ts';
import { putFields, readFields } from './record-table.ts';
import { recordTable, type AnyFields, type FieldsInput, type FieldsOf } from './record-types.ts';
import { INTERNALS, type StoreInternals, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

/** The only way to write a record. Lives as long as the call it was given to. */
export interface RecordWriter {
  /** The record as it stands, writes of this change set included; null where there is none. */
  get<Type extends RecordType>(type: Type, id: string): FieldsOf<Type> | null;
  /**
   * Makes a record and gives its id; in one change set ids rise in the order of making. Refused
   * with `stale-record` where the id is taken.
   */
  create<Type extends RecordType>(type: Type, fields: FieldsInput<Type>, id?: string): string;
  /** Changes the fields given. Refused with `not-found` where there is no such record. */
  update<Type extends RecordType>(
    type: Type,
    id: string,
    fields: Partial<FieldsInput<Type>>,
  ): FieldsOf<Type>;
  /** Takes the record away. Refused with `not-found` where there is none. */
  remove(type: RecordType, id: string): void;
}

/** A writer that can also put a record back as the log once had it, unparsed: for undo alone. */
export interface RestoringWriter extends RecordWriter {
  restore(type: RecordType, id: string, fields: AnyFields | null): void;
}

export interface ChangeSetWritten<T> {
  /** Null where nothing really changed: then nothing was written to the log either. */
  readonly changeSetId: string | null;
  readonly value: T;
}

/**
 * Runs `use` as one change set, in one transaction (or as part of the running one). Whatever `use`
 * throws rolls everything back. Expected refusals are thrown as `Refused` and become values with
 * `settle`: `invalid-argument` for fields that do not parse, `not-found`, `stale-record`, `sealed`
 * (guards.ts), and what the storage gives.
 */
export function writeChangeSet<T>(
  store: WriteStore,
  context: ChangeContext,
  use: (writer: RecordWriter) => T,
): ChangeSetWritten<T> {
  return writeRestoring(store, context, use);
}

/** `writeChangeSet` for undo, which puts back values that were parsed when they were written. */
export function writeRestoring<T>(
  store: WriteStore,
  context: ChangeContext,
  use: (writer: RestoringWriter) => T,
): ChangeSetWritten<T> {
  return transact(store, () => {
    const internals = store[INTERNALS];
    const touched = new Map<string, Touched>();
    const writer = createWriter(internals, touched);
    const value = use(writer);
    const changes = [...touched.values()].flatMap(differences);
    if (changes.length === 0) return { changeSetId: null, value };
    const header = newHeader(internals, context);
    appendChangeSet(internals, { header, part: 0, sourceBundle: null, changes });
    const changed = new Set(changes.map((change) => keyOf(change.recordType, change.recordId)));
    for (const [key, { type, id, after }] of touched) {
      if (!changed.has(key)) continue;
      const failure = judgeRecord(internals, type, id);
      if (failure !== null) refuse(failure);
      refreshDerived(internals, type, id, after);
    }
    return { changeSetId: header.id, value };
  });
}

/** The header of a set written now, by this vault. */
export function newHeader(internals: StoreInternals, context: ChangeContext): ChangeSetHeader {
  const nowMs = internals.nowMs();
  return {
    id: newId(nowMs),
    hlc: internals.clock.next(),
    at: new Date(nowMs).toISOString(),
    authorId: context.author.id,
    authorName: context.author.name,
    device: context.device,
    reason: context.reason,
    undoOf: context.undoOf ?? null,
  };
}

interface Touched {
  readonly type: RecordType;
  readonly id: string;
  readonly before: AnyFields | null;
  after: AnyFields | null;
}

function createWriter(internals: StoreInternals, touched: Map<string, Touched>): RestoringWriter {
  function touch(type: RecordType, id: string): Touched {
    const key = keyOf(type, id);
    let entry = touched.get(key);
    if (entry === undefined) {
      const before = readFields(internals, type, id);
      entry = { type, id, before, after: before };
      touched.set(key, entry);
    }
    return entry;
  }
  function put(entry: Touched, fields: AnyFields | null): void {
    putFields(internals, entry.type, entry.id, fields);
    entry.after = fields;
  }
  return {
    get: (type, id) => readFields(internals, type, id) as never,
    create(type, fields, id = internals.nextRecordId()) {
      const entry = touch(type, id);
      if (entry.after !== null) refuse({ kind: 'stale-record', record: { type, id } });
      put(entry, parseFields(type, fields));
      return id;
    },
    update(type, id, fields) {
      const entry = touch(type, id);
      if (entry.after === null) refuse({ kind: 'not-found', record: { type, id } });
      const given = Object.entries(fields).filter(([, value]) => value !== undefined);
      const parsed = parseFields(type, { ...entry.after, ...Object.fromEntries(given) });
      put(entry, parsed);
      return parsed as never;
    },
    remove(type, id) {
      const entry = touch(type, id);
      if (entry.after === null) refuse({ kind: 'not-found', record: { type, id } });
      put(entry, null);
    },
    restore(type, id, fields) {
      put(touch(type, id), fields);
    },
  };
}

/** The fields in their normal form. Refused with `invalid-argument`, which names paths only. */
export function parseFields(type: RecordType, fields: unknown): AnyFields {
  const parsed = recordTable(type).fields.safeParse(fields);
  if (!parsed.success) {
    return refuse({
      kind: 'invalid-argument',
      issues: parsed.error.issues.map((issue) => ({
        path: issue.path.map(String),
        code: issue.code === 'custom' ? issue.message : issue.code,
      })),
    });
  }
  for (const [field, value] of Object.entries(parsed.data)) {
    if (!isWellFormed(value)) {
      refuse({ kind: 'invalid-argument', issues: [{ path: [field], code: 'lone-surrogate' }] });
    }
  }
  return parsed.data as AnyFields;
}

/** What differs, the record's making or removal first, then by the field's name. */
function differences({ type, id, before, after }: Touched): Change[] {
  const changes: Change[] = [];
  const record = { recordType: type, recordId: id };
  const existed = before === null ? null : true;
  const exists = after === null ? null : true;
  if (existed !== exists) {
    changes.push({ ...record, field: EXISTS, oldValue: existed, newValue: exists });
  }
  for (const { field } of recordTable(type).columns) {
    const oldValue = before?.[field] ?? null;
    const newValue = after?.[field] ?? null;
    if (!sameJson(oldValue, newValue)) changes.push({ ...record, field, oldValue, newValue });
  }
  return changes;
}

function keyOf(type: string, id: string): string {
  return `${type} ${id}`;
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return !hasLoneSurrogate(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWellFormed);
}
