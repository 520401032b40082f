import type { RecordRef } from '../../shared/contract/parts.ts';
import { appendChangeSet } from './append.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { EXISTS, type Change, type ForeignChangeSet } from './change-types.ts';
import { refreshDerived } from './derived.ts';
import { refuse } from './errors.ts';
import { judgeRecord } from './guards.ts';
import { HLC_PATTERN } from './hlc.ts';
import { erasedAt, stateFromLog } from './record-state.ts';
import { putFields } from './record-table.ts';
import { recordTable, recordTypeNamed } from './record-types.ts';
import { INTERNALS, prepared, type StoreInternals, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

export interface Imported {
  /** The change sets of which something was new, in the order of their time stamps. */
  readonly changeSetIds: readonly string[];
  /** Every record that something new was brought for. */
  readonly records: readonly RecordRef[];
  readonly changes: number;
}

/**
 * Adds change sets from another vault to this one's log, in one transaction. They keep their id,
 * time stamp, author, date and reason, and get a place of their own in this vault's chain.
 *
 * Idempotent change by change: what is known is passed over, and a set of which only a part was
 * let travel before is completed by a further part. Any order of any number of imports ends in the
 * same state (record-state.ts). Whether an incoming edit may take the place of one made here is
 * for the caller to ask first (conflicts.ts).
 *
 * Refused as a whole: `bundle-malformed` with the broken rule, `sealed` where a record would break
 * a guard (guards.ts), and what the storage gives.
 */
export function importChangeSets(
  store: WriteStore,
  sets: readonly ForeignChangeSet[],
  options: { readonly bundle: string },
): Imported {
  return transact(store, () => {
    const internals = store[INTERNALS];
    const ordered = [...sets].sort(byStamp);
    for (const set of ordered) assertTakeable(internals, set);
    const changeSetIds: string[] = [];
    const touched = new Map<string, RecordRef>();
    let count = 0;
    for (const set of ordered) {
      const { part, changes } = unknownPart(internals, set);
      if (changes.length === 0) continue;
      const { changes: _, ...header } = set;
      appendChangeSet(internals, {
        header,
        part,
        sourceBundle: options.bundle,
        changes,
        isErased: ({ recordType, recordId, field }) =>
          field === EXISTS ? null : erasedAt(internals, recordType, recordId, field),
      });
      count += changes.length;
      changeSetIds.push(set.id);
      for (const { recordType: type, recordId: id } of changes) {
        touched.set(`${type} ${id}`, { type, id });
      }
    }
    for (const record of touched.values()) settleRecord(internals, record);
    return { changeSetIds, records: [...touched.values()], changes: count };
  });
}

function byStamp(a: ForeignChangeSet, b: ForeignChangeSet): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function malformed(rule: string): never {
  return refuse({ kind: 'bundle-malformed', rule });
}

function assertTakeable(internals: StoreInternals, set: ForeignChangeSet): void {
  if (!HLC_PATTERN.test(set.hlc)) malformed('change-time-stamp');
  if (!internals.clock.observe(set.hlc).ok) malformed('change-time-too-far-ahead');
  const seen = new Set<string>();
  for (const change of set.changes) {
    const key = keyOf(change);
    if (seen.has(key)) malformed('change-twice');
    seen.add(key);
    assertChange(change);
  }
}

function assertChange(change: Change): void {
  const type = recordTypeNamed(change.recordType);
  if (type === null) return malformed('change-record-type');
  const { field, oldValue, newValue } = change;
  if (sameJson(oldValue, newValue)) malformed('change-without-difference');
  if (field === EXISTS) {
    for (const value of [oldValue, newValue]) {
      if (value !== null && value !== true) malformed('change-value');
    }
    return;
  }
  const column = recordTable(type).byField.get(field);
  if (column === undefined) return malformed('change-field');
  for (const value of [oldValue, newValue]) {
    if (value === null) continue;
    // Strict, and never repaired: what the model would write differently is refused.
    const parsed = column.schema.safeParse(value);
    if (!parsed.success || !sameJson(parsed.data, value)) malformed('change-value');
  }
}

/** The changes of a set that this vault does not have yet, and the number of the part they make. */
function unknownPart(
  internals: StoreInternals,
  set: ForeignChangeSet,
): { readonly part: number; readonly changes: readonly Change[] } {
  const parts = prepared<{ part: number; hlc: string; authorId: string }>(
    internals,
    'SELECT part, hlc, author_id AS authorId FROM change_set WHERE id = ? ORDER BY part',
  ).all(set.id);
  if (parts.length === 0) return { part: 0, changes: set.changes };
  if (parts.some((known) => known.hlc !== set.hlc || known.authorId !== set.authorId)) {
    malformed('change-set-differs');
  }
  const known = prepared<string>(
    internals,
    `SELECT c.record_type || ' ' || c.record_id || ' ' || c.field
     FROM change c JOIN change_set s ON s.seq = c.seq WHERE s.id = ?`,
  )
    .pluck()
    .all(set.id);
  const have = new Set(known);
  return { part: parts.length, changes: set.changes.filter((change) => !have.has(keyOf(change))) };
}

function settleRecord(internals: StoreInternals, { type, id }: RecordRef): void {
  const failure = judgeRecord(internals, type, id);
  if (failure !== null) refuse(failure);
  const fields = stateFromLog(internals, type, id);
  if (fields !== null) {
    const isMissing = ({ required, field }: { required: boolean; field: string }): boolean =>
      required && (fields[field] as JsonValue) === null;
    if (recordTable(type).columns.some(isMissing)) malformed('record-incomplete');
  }
  putFields(internals, type, id, fields);
  refreshDerived(internals, type, id, fields);
}

function keyOf({ recordType, recordId, field }: Change): string {
  return `${recordType} ${recordId} ${field}`;
}
