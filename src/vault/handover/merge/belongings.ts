import type { RecordRef } from '../../../shared/contract/parts.ts';
import type { RecordType } from '../../../shared/model/record-type.ts';
import type { JsonValue } from '../../canonical-json.ts';
import type { ForeignChangeSet } from '../../db/change-types.ts';
import type { KnownChanges } from '../../db/known-changes.ts';

/** What a merge asks of this vault. */
export interface MergeView extends KnownChanges {
  /** What stands here and would hang in the air without a record. */
  belongingTo(owner: RecordRef): readonly RecordRef[];
  /** Every record that was here and was removed. */
  removedRecords(): readonly RecordRef[];
  /** The records that a change set of this vault's log took away. */
  removedWith(changeSetId: string): readonly RecordRef[];
}

/** For each type that hangs on others, the fields that name them. */
const OWNER_FIELDS: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  relationship: ['fromContactId', 'toContactId'],
  promise: ['meetingLogId'],
  'follow-up': ['meetingLogId'],
  'visit-request': ['custodyId'],
  hearing: ['custodyId', 'previousId'],
  'action-review': ['actionId'],
  task: ['actionId'],
  attachment: ['ownerId'],
};

/** The ids of what a record belongs to, by the values of its fields. */
export function ownerIdsIn(
  type: RecordType,
  values: ReadonlyMap<string, JsonValue>,
): readonly string[] {
  return (OWNER_FIELDS[type] ?? [])
    .map((field) => values.get(field) ?? null)
    .filter((id) => typeof id === 'string');
}

/** What stands here and hangs on a record, at one remove or more. */
export function allBelongingTo(view: MergeView, owner: RecordRef): readonly RecordRef[] {
  const found = new Map<string, RecordRef>();
  const next = [owner];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    for (const record of view.belongingTo(one)) {
      if (found.has(keyOf(record))) continue;
      found.set(keyOf(record), record);
      next.push(record);
    }
  }
  return [...found.values()];
}

/** What a bundle brings that belongs to a record which was removed here, by that record's key. */
export function comingToRemoved(
  view: MergeView,
  incoming: readonly ForeignChangeSet[],
): ReadonlyMap<string, readonly RecordRef[]> {
  const removed = new Map(view.removedRecords().map((record) => [record.id, record]));
  const coming = new Map<string, RecordRef[]>();
  if (removed.size === 0) return coming;
  for (const { recordType: type, recordId: id, field, newValue } of incoming.flatMap(
    (set) => set.changes,
  )) {
    if (OWNER_FIELDS[type]?.includes(field) !== true || typeof newValue !== 'string') continue;
    const owner = removed.get(newValue);
    const record = { type, id };
    if (owner === undefined || view.stepsOf(record).length > 0) continue;
    coming.set(keyOf(owner), [...(coming.get(keyOf(owner)) ?? []), record]);
  }
  return coming;
}

export function keyOf({ type, id }: RecordRef): string {
  return `${type} ${id}`;
}
