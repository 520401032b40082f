import { appendChangeSet } from './append.ts';
import { newHeader } from './change-log.ts';
import type { Change, ChangeContext } from './change-types.ts';
import { recordsOf } from './change-types.ts';
import { eraseFromLog, erasuresOf } from './erasures.ts';
import { settleRecord } from './settle-record.ts';
import { INTERNALS, type WriteStore } from './store-internals.ts';
import { transact } from './transaction.ts';

/**
 * Writes what a merge came to as one change set of this vault; gives its id, or null where there is
 * nothing to write. Unlike any other write it says itself what each value takes the place of: of two
 * edits, the one that is given up, which need not be the one that stands in the table.
 */
export function writeMerge(
  store: WriteStore,
  context: Omit<ChangeContext, 'reason' | 'undoOf'>,
  changes: readonly Change[],
): string | null {
  if (changes.length === 0) return null;
  return transact(store, () => {
    const internals = store[INTERNALS];
    const header = newHeader(internals, { ...context, reason: 'merge' });
    appendChangeSet(internals, { header, part: 0, sourceBundle: null, changes });
    const records = recordsOf(changes);
    // What was erased comes back in no way: a merge is made of values from before.
    eraseFromLog(
      internals,
      records.flatMap((record) => erasuresOf(internals, record)),
    );
    for (const record of records) settleRecord(internals, record);
    return header.id;
  });
}
