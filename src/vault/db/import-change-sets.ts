import type { RecordRef } from '../../shared/contract/parts.ts';
import { appendChangeSet } from './append.ts';
import { sameJson } from '../canonical-json.ts';
import { byStamp, EXISTS, type Change, type ForeignChangeSet } from './change-types.ts';
import { refuse } from './errors.ts';
import { FreshRecords } from './fresh-records.ts';
import { HLC_PATTERN } from './hlc.ts';
import { eraseFromLog, erasuresOf, targetOf } from './erasures.ts';
import { changesOfSet, nameOf } from './known-changes.ts';
import { readFields } from './record-table.ts';
import { recordTable, recordTypeNamed } from './record-types.ts';
import { settleRecord } from './settle-record.ts';
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
 * for the caller to ask first (handover/merge).
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
    const fresh = new FreshRecords(internals);
    let count = 0;
    for (const set of ordered) {
      const { part, changes } = unknownPart(store, set);
      if (changes.length === 0) continue;
      const { changes: _, ...header } = set;
      fresh.note(header, changes);
      appendChangeSet(internals, { header, part, sourceBundle: options.bundle, changes });
      count += changes.length;
      changeSetIds.push(set.id);
      for (const { recordType: type, recordId: id } of changes) {
        touched.set(`${type} ${id}`, { type, id });
      }
    }
    // Erasures first: what they speak of is not to be put in a table again.
    const erasures = [...touched.values()].filter(({ type }) => type === 'erasure');
    for (const record of erasures) settleRecord(internals, record);
    const others = new Map([...touched].filter(([, { type }]) => type !== 'erasure'));
    for (const { type, id } of erasures) {
      const fields = readFields(internals, type, id);
      if (fields === null) continue;
      const { record } = targetOf(fields);
      others.set(`${record.type} ${record.id}`, record);
    }
    for (const record of others.values()) {
      const erased = erasuresOf(internals, record);
      if (erased.length > 0) eraseFromLog(internals, erased);
      settleRecord(internals, record, erased.length > 0 ? null : fresh.rowsOf(record));
    }
    return { changeSetIds, records: [...touched.values()], changes: count };
  });
}

function malformed(rule: string): never {
  return refuse({ kind: 'bundle-malformed', rule });
}

function assertTakeable(internals: StoreInternals, set: ForeignChangeSet): void {
  if (!HLC_PATTERN.test(set.hlc)) malformed('change-time-stamp');
  if (!internals.clock.observe(set.hlc).ok) malformed('change-time-too-far-ahead');
  const seen = new Set<string>();
  for (const change of set.changes) {
    const key = nameOf(change);
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
  store: WriteStore,
  set: ForeignChangeSet,
): { readonly part: number; readonly changes: readonly Change[] } {
  const parts = prepared<{ part: number; hlc: string; authorId: string }>(
    store[INTERNALS],
    'SELECT part, hlc, author_id AS authorId FROM change_set WHERE id = ? ORDER BY part',
  ).all(set.id);
  if (parts.length === 0) return { part: 0, changes: set.changes };
  if (parts.some((known) => known.hlc !== set.hlc || known.authorId !== set.authorId)) {
    malformed('change-set-differs');
  }
  const have = changesOfSet(store, set.id);
  return { part: parts.length, changes: set.changes.filter((change) => !have.has(nameOf(change))) };
}
