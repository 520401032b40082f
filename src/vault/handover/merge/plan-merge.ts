import { createHash } from 'node:crypto';
import type { MergeChoice } from '../../../shared/contract/bundles.ts';
import type { RecordRef } from '../../../shared/contract/parts.ts';
import { canonicalJson, sameJson, type JsonValue } from '../../canonical-json.ts';
import { EXISTS, type Change, type ForeignChangeSet } from '../../db/change-types.ts';
import { recordTable } from '../../db/record-types.ts';
import type { MergeView } from './belongings.ts';
import type { BothChanged } from './judge-field.ts';
import {
  divergences,
  type FieldEdit,
  type RemovedAndEdited,
  type RemovedThere,
} from './judge-record.ts';
import { contestedRemovals, type ContestedRemoval } from './judge-removals.ts';
import { mergeValues, type Suggestion } from './merge-values.ts';

/** What only the officer can say: two edits of one field, or an edit against a removal. */
export interface Question extends Suggestion {
  /** Names this very question: other values make it another one. */
  readonly key: string;
  readonly kind: 'edit-edit' | 'edit-delete' | 'delete-edit';
  readonly record: RecordRef;
  /** `$exists` where one side removed the record. */
  readonly field: string;
  readonly base: JsonValue;
  readonly mine: JsonValue;
  readonly theirs: JsonValue;
  /** What both would be; null where both cannot be. */
  readonly both: JsonValue;
  /** The change sets that gave each side its value; null where that is not one alone. */
  readonly mineSet: string | null;
  readonly theirsSet: string | null;
  /** What was edited of a record that the other side removed. */
  readonly edits: readonly FieldEdit[];
  /** What belongs to it here and would go with it. */
  readonly goesAlong: readonly RecordRef[];
  /** What the log gets for a choice: the value that is given up, and the one that stands. */
  readonly changesFor: (choice: MergeChoice) => readonly Change[];
}

export interface MergePlan {
  readonly questions: readonly Question[];
  /** What is merged unasked: what the log gets for it. */
  readonly merged: readonly Change[];
}

/**
 * Compares what comes with what is here. Pure. The changes it gives are for a change set of this
 * vault, later than all that comes, so that what was decided travels like any other edit.
 *
 * A decision always leaves a change, even where the log alone would have come to the same value:
 * from the value that is given up to the one that stands. By it other vaults know that the one who
 * decided had seen both (judge-field.ts), and the value given up stays in the history.
 */
export function planMerge(view: MergeView, incoming: readonly ForeignChangeSet[]): MergePlan {
  const questions: Question[] = [];
  const merged: Change[] = [];
  const edited: RemovedAndEdited[] = [];
  const removed: RemovedThere[] = [];
  for (const divergence of divergences(view, incoming)) {
    if (divergence.kind === 'removed') removed.push(divergence);
    else if (divergence.kind !== 'field') edited.push(divergence);
    else {
      const { record, field, verdict } = divergence;
      if (verdict.kind === 'take-theirs') {
        merged.push(...changeOf(record, field, verdict.mine, verdict.theirs));
        continue;
      }
      const value = mergeValues(record.type, field, verdict);
      if (value.kind === 'merged') {
        merged.push(...changeOf(record, field, landsOn(verdict), value.value));
      } else questions.push(aboutField(record, field, verdict, value));
    }
  }
  questions.push(...contestedRemovals(view, incoming, edited, removed).map(aboutRemoval));
  return { questions, merged };
}

function aboutField(
  record: RecordRef,
  field: string,
  verdict: BothChanged,
  { both, suggested, because }: { readonly both: JsonValue } & Suggestion,
): Question {
  const { base, mine, theirs, mineSet, theirsSet } = verdict;
  return {
    key: keyOf({ record, field, base, mine, theirs }),
    kind: 'edit-edit',
    ...{ record, field, base, mine, theirs, both, suggested, because, mineSet, theirsSet },
    edits: [],
    goesAlong: [],
    changesFor(choice) {
      if (choice === 'both') return changeOf(record, field, landsOn(verdict), both);
      const [given, kept] = choice === 'mine' ? [theirs, mine] : [mine, theirs];
      return changeOf(record, field, given, kept);
    },
  };
}

/** An edit outlives a removal unless the officer says otherwise. */
function aboutRemoval(removal: ContestedRemoval): Question {
  const { kind, record, edits, goesAlong, comesBackAlong, removedBy, editedBy } = removal;
  const isMineKept = kind === 'edit-delete';
  const [mine, theirs] = isMineKept ? [true, null] : [null, true];
  const [mineSet, theirsSet] = isMineKept ? [editedBy, removedBy] : [removedBy, editedBy];
  return {
    key: keyOf({ record, kind, edits, goesAlong }),
    ...{ kind, record, edits, goesAlong, mine, theirs, mineSet, theirsSet },
    field: EXISTS,
    base: true,
    both: null,
    suggested: isMineKept ? 'mine' : 'theirs',
    because: 'edit-outlives-removal',
    changesFor(choice) {
      const isKept = (choice === 'mine') === isMineKept;
      return isKept
        ? [removal, ...comesBackAlong].flatMap(broughtBack)
        : [record, ...goesAlong].flatMap((one) => changeOf(one, EXISTS, true, null));
    },
  };
}

/** The removal may have emptied every field: each is written as whoever kept it had it. */
function broughtBack({ record, kept }: Pick<RemovedThere, 'record' | 'kept'>): Change[] {
  const fields = recordTable(record.type).columns.flatMap(({ field }) =>
    changeOf(record, field, null, kept.get(field) ?? null),
  );
  return [...changeOf(record, EXISTS, null, true), ...fields];
}

/** What the log alone comes to: the value with the later stamp. */
function landsOn({ mine, theirs, isTheirsLater }: BothChanged): JsonValue {
  return isTheirsLater ? theirs : mine;
}

function changeOf(
  { type, id }: RecordRef,
  field: string,
  oldValue: JsonValue,
  newValue: JsonValue,
): Change[] {
  if (sameJson(oldValue, newValue)) return [];
  return [{ recordType: type, recordId: id, field, oldValue, newValue }];
}

function keyOf(question: object): string {
  return createHash('sha256').update(canonicalJson(question)).digest('hex').slice(0, 32);
}
