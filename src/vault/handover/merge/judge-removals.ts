import type { RecordRef } from '../../../shared/contract/parts.ts';
import type { JsonValue } from '../../canonical-json.ts';
import { EXISTS, type ForeignChangeSet } from '../../db/change-types.ts';
import {
  allBelongingTo,
  comingToRemoved,
  keyOf,
  ownerIdsIn,
  type MergeView,
} from './belongings.ts';
import { lastValues, type RemovedAndEdited, type RemovedThere } from './judge-record.ts';

/** A removal that somebody worked against, in ignorance of it. */
export interface ContestedRemoval extends RemovedAndEdited {
  /** What belongs to the record on the side that kept it: it would go along. */
  readonly goesAlong: readonly RecordRef[];
  /** What was removed together with it and belongs to it: it comes back along. */
  readonly comesBackAlong: readonly Pick<RemovedThere, 'record' | 'kept'>[];
}

/**
 * The removals that need an answer: those against an edit, and those of a record to which something
 * was added in ignorance of the removal (a relationship, a file, a review), which would hang in the
 * air. What was removed in one go with the record stays or goes with it.
 */
export function contestedRemovals(
  view: MergeView,
  incoming: readonly ForeignChangeSet[],
  edited: readonly RemovedAndEdited[],
  removed: readonly RemovedThere[],
): ContestedRemoval[] {
  const removals = [...edited.filter(({ kind }) => kind === 'edit-delete'), ...removed];
  const goesThere = new Set(removals.map(({ record }) => keyOf(record)));
  const belongings = new Map(
    removals.map(({ record }) => [keyOf(record), allBelongingTo(view, record)]),
  );
  const there = removals.flatMap((removal): ContestedRemoval[] => {
    const edits = removal.kind === 'removed' ? [] : removal.edits;
    const own = belongings.get(keyOf(removal.record)) ?? [];
    const goesAlong = own.filter((record) => !goesThere.has(keyOf(record)));
    if (edits.length === 0 && goesAlong.length === 0) return [];
    const owned = new Set(own.map(keyOf));
    const comesBackAlong = removed.filter(
      (one) =>
        one.removedBy === removal.removedBy &&
        owned.has(keyOf(one.record)) &&
        isOfOne(one.record, belongings),
    );
    const editedBy = removal.kind === 'removed' ? null : removal.editedBy;
    return [{ ...removal, kind: 'edit-delete', edits, editedBy, goesAlong, comesBackAlong }];
  });
  const coming = comingToRemoved(view, incoming);
  const here = [
    ...edited.filter(({ kind }) => kind === 'delete-edit'),
    ...addedTo(view, coming, edited),
  ].map((removal) => ({
    ...removal,
    goesAlong: coming.get(keyOf(removal.record)) ?? [],
    comesBackAlong: removedAlong(view, removal),
  }));
  return [...there, ...here];
}

/** Whether only one of the records that go has this one among its belongings. */
function isOfOne(
  record: RecordRef,
  belongings: ReadonlyMap<string, readonly RecordRef[]>,
): boolean {
  const owners = [...belongings.values()].filter((own) =>
    own.some((one) => keyOf(one) === keyOf(record)),
  );
  return owners.length === 1;
}

/** Records removed here, not edited there, to which something was added there. */
function addedTo(
  view: MergeView,
  coming: ReadonlyMap<string, readonly RecordRef[]>,
  edited: readonly RemovedAndEdited[],
): RemovedAndEdited[] {
  const known = new Set(edited.map(({ record }) => keyOf(record)));
  return view
    .removedRecords()
    .filter((record) => coming.has(keyOf(record)) && !known.has(keyOf(record)))
    .map((record) => {
      const { kept, removedBy } = beforeRemoval(view, record);
      return { kind: 'delete-edit', record, edits: [], kept, removedBy, editedBy: null };
    });
}

/** What went in one go with a record that was removed here, and belonged to it and to nothing else gone. */
function removedAlong(
  view: MergeView,
  { record: owner, removedBy }: RemovedAndEdited,
): ContestedRemoval['comesBackAlong'] {
  const gone = new Set(view.removedRecords().map(({ id }) => id));
  return view.removedWith(removedBy).flatMap((record) => {
    if (keyOf(record) === keyOf(owner) || !gone.has(record.id)) return [];
    const { kept } = beforeRemoval(view, record);
    const owners = ownerIdsIn(record.type, kept);
    const isOwned = owners.includes(owner.id);
    const isOfAnother = owners.some((id) => id !== owner.id && gone.has(id));
    return isOwned && !isOfAnother ? [{ record, kept }] : [];
  });
}

/** A removed record's fields as they were before, and the change set that took it away. */
function beforeRemoval(
  view: MergeView,
  record: RecordRef,
): { readonly kept: ReadonlyMap<string, JsonValue>; readonly removedBy: string } {
  const steps = view.stepsOf(record);
  const removing = steps.filter((step) => step.field === EXISTS && step.newValue === null);
  const sets = new Set(removing.map((step) => step.changeSetId));
  return {
    kept: lastValues(steps.filter((step) => !sets.has(step.changeSetId))),
    removedBy: removing.at(-1)?.changeSetId ?? '',
  };
}
