import { knownChanges } from '../../db/known-changes.ts';
import { removedRecords, removedWith } from '../../db/removed-records.ts';
import type { ReadStore } from '../../db/store.ts';
import { belongingTo } from '../../store/ties.ts';
import type { MergeView } from './belongings.ts';

/** A vault as it stands, as a merge sees it. Not to be kept over a write. */
export function mergeViewOf(store: ReadStore): MergeView {
  let removed: ReturnType<typeof removedRecords> | null = null;
  return {
    ...knownChanges(store),
    belongingTo: (owner) => belongingTo(store, [owner]),
    removedRecords: () => (removed ??= removedRecords(store)),
    removedWith: (changeSetId) => removedWith(store, changeSetId),
  };
}
