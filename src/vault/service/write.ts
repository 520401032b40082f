import type { ChangeReason } from '../db/change-types.ts';
import { writeChangeSet, type ChangeSetWritten, type RecordWriter } from '../db/change-log.ts';
import { transact } from '../db/transaction.ts';
import { recordTypesIn } from '../store/change-sets.ts';
import { because, type VaultContext } from './context.ts';
import { assertMayWrite } from './holding.ts';

/**
 * Runs `use` as one change set of this officer, then, once it is committed, says which types of
 * record changed. Not for use inside a transaction: there, `writeQuietly` and `announce` after it.
 */
export function write<T>(
  context: VaultContext,
  reason: ChangeReason,
  use: (writer: RecordWriter) => T,
): ChangeSetWritten<T> {
  const written = writeQuietly(context, reason, use);
  announce(context, written.changeSetId);
  return written;
}

/**
 * Runs `use` as one change set of this officer and tells nobody yet. Refused with `held-elsewhere`
 * where another officer holds a contact that it writes of (holding.ts).
 */
export function writeQuietly<T>(
  context: VaultContext,
  reason: ChangeReason,
  use: (writer: RecordWriter) => T,
): ChangeSetWritten<T> {
  return transact(context.store, () => {
    const written = writeChangeSet(context.store, because(context, reason), use);
    assertMayWrite(context, written.changeSetId);
    return written;
  });
}

/** Says which types of record a committed change set touched. */
export function announce(context: VaultContext, changeSetId: string | null): void {
  if (changeSetId === null) return;
  context.emitChanged(recordTypesIn(context.store, changeSetId));
}
