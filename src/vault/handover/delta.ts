import type { RecordRef } from '../../shared/contract/parts.ts';
import type { ForeignChangeSet } from '../db/change-types.ts';
import type { WantedRecord } from '../db/changes-of-records.ts';
import { keyOfRecord, type SentRecords } from '../db/sent-records.ts';

/** Fields that stay, by the contact they are of. */
export type WithheldFields = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Of which records a counterpart lacks what. Of a record that they were sent it is what stands in
 * the chain after that, and every change of a field that was left out then and is not now.
 */
export function lackedBy(
  sent: SentRecords,
  records: readonly RecordRef[],
  withheld: WithheldFields,
): WantedRecord[] {
  return records.map((record) => {
    const before = sent.get(keyOfRecord(record));
    if (before === undefined) return record;
    const stays = withheld.get(record.id);
    const whole = before.withheld.filter((field) => stays?.has(field) !== true);
    return { ...record, after: before.through, whole };
  });
}

/** The records that change sets are about, each once, in the order in which they first come. */
export function recordsChangedBy(changeSets: readonly ForeignChangeSet[]): RecordRef[] {
  const records = new Map<string, RecordRef>();
  for (const { changes } of changeSets) {
    for (const { recordType: type, recordId: id } of changes) {
      const record = { type, id };
      records.set(keyOfRecord(record), record);
    }
  }
  return [...records.values()];
}

/** Of these files the ones that a change names: whoever has the change was sent its file with it. */
export function filesNamedBy(
  changeSets: readonly ForeignChangeSet[],
  files: ReadonlySet<string>,
): ReadonlySet<string> {
  const named = changeSets.flatMap(({ changes }) =>
    changes.flatMap(({ newValue }) =>
      typeof newValue === 'string' && files.has(newValue) ? newValue : [],
    ),
  );
  return new Set(named);
}
