import type { BundleChangeSet } from '../bundle/changes.ts';
import { foreignChangeSet, type ForeignChangeSet } from '../db/change-types.ts';
import { refuse } from '../db/errors.ts';
import { isCarried, isPrivate } from './carried-records.ts';

/**
 * A change set of a bundle as the log wants it. Refused with `bundle-malformed` where it is about
 * records that no bundle may bring, or is none the change log could have written.
 */
export function foreignOf(set: BundleChangeSet): ForeignChangeSet {
  for (const { type, field } of set.changes) {
    if (!isCarried(type)) refuse({ kind: 'bundle-malformed', rule: 'record-type-does-not-travel' });
    if (isPrivate(type, field)) refuse({ kind: 'bundle-malformed', rule: 'field-does-not-travel' });
  }
  const parsed = foreignChangeSet.safeParse({
    id: set.id,
    hlc: set.hlc,
    at: set.at,
    authorId: set.author.id,
    authorName: set.author.name,
    device: set.device,
    reason: set.reason,
    undoOf: set.undoOf,
    changes: set.changes.map((change) => ({
      recordType: change.type,
      recordId: change.id,
      field: change.field,
      oldValue: change.old,
      newValue: change.new,
    })),
  });
  if (!parsed.success) return refuse({ kind: 'bundle-malformed', rule: 'change-set' });
  return parsed.data;
}
