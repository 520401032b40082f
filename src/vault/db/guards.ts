import type { FailureOf } from '../../shared/contract/failure.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { EXISTS } from './change-types.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { prepared, type StoreInternals } from './store-internals.ts';

/** What one change set did to one record. Steps come in the order of their time stamps. */
export interface GuardStep {
  readonly changeSetId: string;
  readonly undoOf: string | null;
  /** New values by field; null is "absent". */
  readonly fields: ReadonlyMap<string, JsonValue>;
}

/**
 * Whether a record's whole history keeps the rules of what is never edited; the failure where not.
 * Local writes, undo and import are all judged by this one function, on the history as it would
 * then be, so a rule cannot hold on one path and not on another.
 *
 * - A consent event is only made. It goes away only by taking back a very set that made it.
 * - A sealed meeting log changes in no field, and goes away only in that same way.
 *
 * A step that gives every field the value it has already is no edit: two officers who both take
 * back an undo make the same record twice.
 */
export function judgeHistory(
  type: RecordType,
  steps: readonly GuardStep[],
): FailureOf<'sealed'> | null {
  if (!isGuarded(type)) return null;
  /** The change sets that made the record that is there now; empty while it is not there. */
  const madeBy = new Set<string>();
  const values = new Map<string, JsonValue>();
  for (const step of steps) {
    const exists = step.fields.get(EXISTS);
    const isFixed =
      madeBy.size > 0 && (type === 'consent-event' || values.get('state') === 'sealed');
    if (isFixed) {
      const isTakenBack = exists === null && step.undoOf !== null && madeBy.has(step.undoOf);
      const isEdit = [...step.fields].some(
        ([field, value]) => !sameJson(values.get(field) ?? null, value),
      );
      if (isEdit && !isTakenBack) return { kind: 'sealed' };
    }
    if (exists === true) madeBy.add(step.changeSetId);
    if (exists === null) madeBy.clear();
    for (const [field, value] of step.fields) values.set(field, value);
  }
  return null;
}

/** Whether a record type has such a rule at all. */
export function isGuarded(type: RecordType): boolean {
  return type === 'consent-event' || type === 'meeting-log';
}

/** Judges a record by the log as it now is, inside the transaction that may still be rolled back. */
export function judgeRecord(
  internals: StoreInternals,
  type: RecordType,
  id: string,
): FailureOf<'sealed'> | null {
  if (!isGuarded(type)) return null;
  const rows = prepared<StepRow>(
    internals,
    `SELECT s.id AS changeSetId, s.undo_of AS undoOf, c.field, c.new_value AS newValue
     FROM change c JOIN change_set s ON s.seq = c.seq
     WHERE c.record_type = ? AND c.record_id = ?
     ORDER BY s.hlc, s.id`,
  ).all(type, id);
  const steps: { changeSetId: string; undoOf: string | null; fields: Map<string, JsonValue> }[] =
    [];
  for (const row of rows) {
    let step = steps.at(-1);
    if (step?.changeSetId !== row.changeSetId) {
      step = { changeSetId: row.changeSetId, undoOf: row.undoOf, fields: new Map() };
      steps.push(step);
    }
    const value = row.newValue === null ? null : (JSON.parse(row.newValue) as JsonValue);
    step.fields.set(row.field, value);
  }
  return judgeHistory(type, steps);
}

interface StepRow {
  readonly changeSetId: string;
  readonly undoOf: string | null;
  readonly field: string;
  readonly newValue: string | null;
}
