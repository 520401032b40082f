import type { RecordRef } from '../../shared/contract/parts.ts';
import type { JsonValue } from '../canonical-json.ts';
import type { ChangeReason } from './change-types.ts';
import { isErasedRecord } from './erasures.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/** One change of one field as the log has it, with the stamp that orders it among all others. */
export interface FieldStep {
  readonly changeSetId: string;
  readonly hlc: string;
  readonly reason: ChangeReason;
  readonly field: string;
  readonly oldValue: JsonValue;
  readonly newValue: JsonValue;
}

/** What of a change tells it from every other one. */
export interface ChangeName {
  readonly recordType: string;
  readonly recordId: string;
  readonly field: string;
}

/** What this vault's log holds already of what another one sends. */
export interface KnownChanges {
  /** Whether this very change is in the log. */
  knows(changeSetId: string, change: ChangeName): boolean;
  /** Every change of a record that says something still, in the order of the stamps. */
  stepsOf(record: RecordRef): readonly FieldStep[];
}

/**
 * Reads the log as it stands now: one statement for each change set that is asked for, not for each
 * of its changes. Not to be kept over a write.
 */
export function knownChanges(store: ReadStore): KnownChanges {
  const internals = store[INTERNALS];
  const bySet = new Map<string, ReadonlySet<string>>();
  return {
    knows(changeSetId, change) {
      let known = bySet.get(changeSetId);
      if (known === undefined) {
        known = changesOfSet(store, changeSetId);
        bySet.set(changeSetId, known);
      }
      return known.has(nameOf(change));
    },
    stepsOf({ type, id }) {
      if (isErasedRecord(internals, type, id)) return [];
      return prepared<StepRow>(
        internals,
        `SELECT s.id AS changeSetId, s.hlc, s.reason, c.field, c.old_value AS oldValue,
           c.new_value AS newValue
         FROM change c JOIN change_set s ON s.seq = c.seq
         WHERE c.record_id = ? AND c.record_type = ? AND c.erased_at IS NULL
         ORDER BY s.hlc, s.id`,
      )
        .all(id, type)
        .map((row) => ({ ...row, oldValue: parse(row.oldValue), newValue: parse(row.newValue) }));
    },
  };
}

/** The names of the changes that the log holds of a set, whatever the parts they came in. */
export function changesOfSet(store: ReadStore, changeSetId: string): ReadonlySet<string> {
  const names = prepared<string>(
    store[INTERNALS],
    `SELECT c.record_type || ' ' || c.record_id || ' ' || c.field
     FROM change c JOIN change_set s ON s.seq = c.seq WHERE s.id = ?`,
  )
    .pluck()
    .all(changeSetId);
  return new Set(names);
}

export function nameOf({ recordType, recordId, field }: ChangeName): string {
  return `${recordType} ${recordId} ${field}`;
}

interface StepRow extends Omit<FieldStep, 'oldValue' | 'newValue'> {
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

function parse(text: string | null): JsonValue {
  return text === null ? null : (JSON.parse(text) as JsonValue);
}
