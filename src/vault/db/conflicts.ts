import type { RecordRef } from '../../shared/contract/parts.ts';
import type { RecordType } from '../../shared/model/record-type.ts';
import { sameJson, type JsonValue } from '../canonical-json.ts';
import { EXISTS, type ForeignChangeSet } from './change-types.ts';
import type { AnyFields } from './record-types.ts';
import { stateFromLog } from './record-state.ts';
import { INTERNALS, prepared, type ReadStore } from './store-internals.ts';

/** What a comparison needs to know of this vault. */
export interface LocalView {
  /** The record's fields; null where there is no such record. */
  current(type: RecordType, id: string): AnyFields | null;
  /** Whether this very change is in the log already. */
  knows(changeSetId: string, type: RecordType, id: string, field: string): boolean;
  /** The change set that gave a field its current value; null where nothing ever did. */
  lastChangedBy(type: RecordType, id: string, field: string): string | null;
}

export interface FieldConflict {
  readonly record: RecordRef;
  readonly field: string;
  /** What the sender started from. */
  readonly base: JsonValue;
  readonly mine: JsonValue;
  readonly theirs: JsonValue;
}

/**
 * The fields that were changed on both sides since the sides last agreed: the value here is not
 * the one the sender started from, nor the one they ended with, and it does not come from a change
 * that is itself part of what they send. Pure; three-way per field.
 *
 * Where the sender started from a value this vault never had (a bundle in between is missing), that
 * counts as a conflict too: better a question than a lost edit.
 */
export function findConflicts(
  local: LocalView,
  incoming: readonly ForeignChangeSet[],
): FieldConflict[] {
  const sent = new Set(incoming.map((set) => set.id));
  const conflicts: FieldConflict[] = [];
  for (const span of spansOf(local, incoming).values()) {
    const { type, id } = span.record;
    const fields = local.current(type, id);
    const mine = valueOf(fields, span.field);
    if (sameJson(mine, span.base) || sameJson(mine, span.theirs)) continue;
    const by = local.lastChangedBy(type, id, span.field);
    if (by === null || sent.has(by)) continue;
    conflicts.push({ ...span, mine });
  }
  return conflicts;
}

/** The comparison's view of a store as it stands. */
export function localViewOf(store: ReadStore): LocalView {
  const internals = store[INTERNALS];
  return {
    current: (type, id) => stateFromLog(internals, type, id),
    knows: (changeSetId, type, id, field) =>
      prepared(
        internals,
        `SELECT 1 FROM change c JOIN change_set s ON s.seq = c.seq
         WHERE s.id = ? AND c.record_type = ? AND c.record_id = ? AND c.field = ?`,
      ).get(changeSetId, type, id, field) !== undefined,
    lastChangedBy: (type, id, field) =>
      prepared<string>(
        internals,
        `SELECT s.id FROM change c JOIN change_set s ON s.seq = c.seq
         WHERE c.record_type = ? AND c.record_id = ? AND c.field = ?
         ORDER BY s.hlc DESC, s.id DESC LIMIT 1`,
      )
        .pluck()
        .get(type, id, field) ?? null,
  };
}

interface Span {
  readonly record: RecordRef;
  readonly field: string;
  readonly base: JsonValue;
  readonly theirs: JsonValue;
}

/** Per field: from the old value of the first incoming change that is new here to the last new one. */
function spansOf(local: LocalView, incoming: readonly ForeignChangeSet[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  const ordered = [...incoming].sort((a, b) => (a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : 0));
  for (const set of ordered) {
    for (const { recordType: type, recordId: id, field, oldValue, newValue } of set.changes) {
      if (local.knows(set.id, type, id, field)) continue;
      const key = `${type} ${id} ${field}`;
      const base = spans.has(key) ? (spans.get(key)?.base ?? null) : oldValue;
      spans.set(key, { record: { type, id }, field, base, theirs: newValue });
    }
  }
  return spans;
}

function valueOf(fields: AnyFields | null, field: string): JsonValue {
  if (field === EXISTS) return fields === null ? null : true;
  return fields?.[field] ?? null;
}
