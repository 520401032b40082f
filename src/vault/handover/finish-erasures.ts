import type { RecordRef } from '../../shared/contract/parts.ts';
import { contactsNamed } from '../../shared/model/named-contacts.ts';
import type { RecordWriter } from '../db/change-log.ts';
import type { EraseTarget } from '../db/erasures.ts';
import { readRecord } from '../db/record-table.ts';
import type { VaultContext } from '../service/context.ts';
import { erasedAmong } from '../store/erasures.ts';
import { everNaming } from '../store/ever-naming.ts';
import { openCallBacks } from '../store/call-backs.ts';

/**
 * Starts a task for every person who was forgotten elsewhere and of whom something is left here:
 * records that the sender never had, or that came now from somebody who had not heard yet. Nobody's
 * own notes are erased unasked; the task leads to the page that says what is left.
 */
export function startFinishing(
  { store, today }: VaultContext,
  writer: RecordWriter,
  came: {
    readonly records: readonly RecordRef[];
    readonly erases: readonly EraseTarget[];
    readonly senderName: string;
  },
): void {
  const forgotten = came.erases.flatMap(({ record, field }) =>
    record.type === 'contact' && field === null ? [record.id] : [],
  );
  const named = came.records.flatMap(({ type, id }) => {
    const fields = readRecord(store, type, id);
    return fields === null ? [] : contactsNamed(type, fields);
  });
  const contactIds = new Set([...forgotten, ...erasedAmong(store, [...new Set(named)])]);
  for (const contactId of contactIds) {
    const isStarted = openCallBacks(store, contactId).some(
      ({ step }) => step === 'finish-forgetting',
    );
    const isLeft = everNaming(store, contactId).some(({ record }) => record.type !== 'task');
    if (isStarted || !isLeft) continue;
    writer.create('task', {
      ...{ text: came.senderName, step: 'finish-forgetting', contactId, dueOn: today() },
      ...{ actionId: null, bundleEntryId: null, assignedTo: null },
      ...{ state: 'open' as const, settledOn: null },
    });
  }
}
