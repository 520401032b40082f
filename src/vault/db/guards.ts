import type { FailureOf } from '../../shared/contract/failure.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { EXISTS } from './change-types.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { isErasedRecord } from './erasures.ts';
import { rowsOfRecord, valueOfRow, type RecordRow } from './record-rows.ts';
import type { StoreInternals } from './store-internals.ts';

/** What one change set did to one record. Steps come in the order of their time stamps. */
export interface GuardStep {
  readonly changeSetId: string;
  readonly undoOf: string | null;
  /** Made because a defender asked to be forgotten. */
  readonly isErasing: boolean;
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
 * - An erasure is only made; nothing takes it back.
 *
 * What asks to be forgotten is the one thing that changes what is sealed. A set that erases only takes
 * away: here by how it is made (service/erasure), in what comes with a bundle by handover/erasures.ts.
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
    const isFixed = madeBy.size > 0 && (type !== 'meeting-log' || values.get('state') === 'sealed');
    if (isFixed && !(step.isErasing && type !== 'erasure')) {
      const isTakenBack =
        type !== 'erasure' && exists === null && step.undoOf !== null && madeBy.has(step.undoOf);
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
  return type === 'consent-event' || type === 'meeting-log' || type === 'erasure';
}

/** Judges a record by the log as it now is, inside the transaction that may still be rolled back. */
export function judgeRecord(
  internals: StoreInternals,
  type: RecordType,
  id: string,
): FailureOf<'sealed'> | null {
  if (!isGuarded(type) || isErasedRecord(internals, type, id)) return null;
  return judgeRows(type, rowsOfRecord(internals, { type, id }));
}

/** `judgeRecord` by rows of the log that were read already. */
export function judgeRows(
  type: RecordType,
  rows: readonly RecordRow[],
): FailureOf<'sealed'> | null {
  if (!isGuarded(type)) return null;
  const steps: (Omit<GuardStep, 'fields'> & { readonly fields: Map<string, JsonValue> })[] = [];
  for (const row of rows) {
    let step = steps.at(-1);
    if (step?.changeSetId !== row.changeSetId) {
      const { changeSetId, undoOf, reason } = row;
      step = { changeSetId, undoOf, isErasing: reason === 'erase', fields: new Map() };
      steps.push(step);
    }
    step.fields.set(row.field, valueOfRow(row));
  }
  return judgeHistory(type, steps);
}
