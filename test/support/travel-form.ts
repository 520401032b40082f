import type { ChangeSet, ForeignChangeSet } from '../../src/vault/db/change-types.ts';

/** A change set as it may travel: without its place in this vault, and without erased changes. */
export function toForeign(set: ChangeSet): ForeignChangeSet {
  const { id, hlc, at, authorId, authorName, device, reason, undoOf } = set;
  const changes = set.changes
    .filter((change) => !change.erased)
    .map(({ recordType, recordId, field, oldValue, newValue }) => ({
      recordType,
      recordId,
      field,
      oldValue,
      newValue,
    }));
  return { id, hlc, at, authorId, authorName, device, reason, undoOf, changes };
}
