import type { RecordRef } from '../../../../../src/shared/contract/parts.ts';
import type { RecordType } from '../../../../../src/shared/model/record-type.ts';
import { sameJson, type JsonValue } from '../../../../../src/vault/canonical-json.ts';
import {
  byStamp,
  EXISTS,
  type Change,
  type ForeignChangeSet,
} from '../../../../../src/vault/db/change-types.ts';
import type { FieldStep } from '../../../../../src/vault/db/known-changes.ts';
import type { MergeView } from '../../../../../src/vault/handover/merge/belongings.ts';
import { planMerge, type Question } from '../../../../../src/vault/handover/merge/plan-merge.ts';
import { testId } from '../../db/store-fixture.ts';

/** What a side does to a record that both have: fields to other values, or away with it. */
export type Edit = Readonly<Record<string, JsonValue>> | 'removes' | null;

const NODES = { base: '0'.repeat(16), mine: 'a'.repeat(16), theirs: 'b'.repeat(16) } as const;
type Who = keyof typeof NODES;

let count = 0;

/** One change set of a side, at a minute. */
export function setOf(who: Who, minute: number, changes: readonly Change[]): ForeignChangeSet {
  count += 1;
  return {
    id: testId(20_000 + count),
    hlc: `${String(minute).padStart(15, '0')}-0000-${NODES[who]}`,
    at: '2026-11-24T09:30:00.000Z',
    ...{ authorId: testId(1), authorName: who, device: who, reason: 'edit', undoOf: null },
    changes,
  };
}

export function changesOf(
  { type, id }: RecordRef,
  from: Readonly<Record<string, JsonValue>> | null,
  to: Readonly<Record<string, JsonValue>> | null,
): Change[] {
  const place = { recordType: type, recordId: id };
  const [existed, exists] = [from === null ? null : true, to === null ? null : true];
  const fields = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].sort();
  return [
    { ...place, field: EXISTS, oldValue: existed, newValue: exists },
    ...fields.map((field) => ({
      ...{ ...place, field },
      ...{ oldValue: from?.[field] ?? null, newValue: to?.[field] ?? null },
    })),
  ].filter(({ oldValue, newValue }) => !sameJson(oldValue, newValue));
}

export interface Story {
  readonly type: RecordType;
  readonly base: Readonly<Record<string, JsonValue>>;
  readonly mine: Edit;
  readonly theirs: Edit;
  readonly isTheirsLater: boolean;
}

export interface Ending {
  readonly questions: readonly Question[];
  /** The record once every question is answered as suggested; null where it is gone. */
  readonly state: Readonly<Record<string, JsonValue>> | null;
}

/** What becomes of a record that one side edits while the other does, on my side. */
export function endingOf({ type, base, mine, theirs, isTheirsLater }: Story): Ending {
  const record = { type, id: testId(7) };
  const made = setOf('base', 1, changesOf(record, null, base));
  const side = (who: 'mine' | 'theirs', edit: Edit): ForeignChangeSet[] => {
    if (edit === null) return [];
    const after = edit === 'removes' ? null : { ...base, ...edit };
    const changes = changesOf(record, base, after);
    const minute = (who === 'theirs') === isTheirsLater ? 20 : 10;
    return changes.length === 0 ? [] : [setOf(who, minute, changes)];
  };
  const local = [made, ...side('mine', mine)];
  const incoming = [made, ...side('theirs', theirs)];
  const plan = planMerge(viewOf(local), incoming);
  const decided = plan.questions.flatMap((one) => one.changesFor(one.suggested));
  const all = [...new Set([...local, ...incoming])].sort(byStamp);
  return {
    questions: plan.questions,
    state: folded([...all, setOf('mine', 30, [...plan.merged, ...decided])]),
  };
}

/** A vault that knows these change sets of records that nothing belongs to. */
export function viewOf(local: readonly ForeignChangeSet[]): MergeView {
  const steps = [...local].sort(byStamp).flatMap((set) =>
    set.changes.map((change): FieldStep & { readonly change: Change } => ({
      ...{ changeSetId: set.id, hlc: set.hlc, reason: set.reason, change },
      ...{ field: change.field, oldValue: change.oldValue, newValue: change.newValue },
    })),
  );
  return {
    knows: (changeSetId, { recordType, recordId, field }) =>
      steps.some(
        ({ changeSetId: id, change }) =>
          id === changeSetId &&
          change.recordType === recordType &&
          change.recordId === recordId &&
          change.field === field,
      ),
    stepsOf: ({ type, id }) =>
      steps.filter(({ change }) => change.recordType === type && change.recordId === id),
    belongingTo: () => [],
    removedRecords: () => [],
    removedWith: () => [],
  };
}

function folded(sets: readonly ForeignChangeSet[]): Ending['state'] {
  const values = new Map<string, JsonValue>();
  for (const { field, newValue } of sets.flatMap((set) => set.changes)) {
    values.set(field, newValue);
  }
  if (values.get(EXISTS) !== true) return null;
  values.delete(EXISTS);
  return Object.fromEntries([...values].filter(([, value]) => value !== null));
}
