import type { ChangeReason } from '../db/change-types.ts';
import { writeChangeSet, type ChangeSetWritten, type RecordWriter } from '../db/change-log.ts';
import { recordTypesIn } from '../store/change-sets.ts';
import { because, type VaultContext } from './context.ts';

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

/** Runs `use` as one change set of this officer and tells nobody yet. */
export function writeQuietly<T>(
  context: VaultContext,
  reason: ChangeReason,
  use: (writer: RecordWriter) => T,
): ChangeSetWritten<T> {
  return writeChangeSet(context.store, because(context, reason), use);
}

/** Says which types of record a committed change set touched. */
export function announce(context: VaultContext, changeSetId: string | null): void {
  if (changeSetId === null) return;
  context.emitChanged(recordTypesIn(context.store, changeSetId));
}
