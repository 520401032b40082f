import type { RecordRef } from '../../../shared/contract/parts.ts';
import type { JsonValue } from '../../canonical-json.ts';
import { byStamp, EXISTS, type ForeignChangeSet } from '../../db/change-types.ts';
import type { FieldStep, KnownChanges } from '../../db/known-changes.ts';
import {
  isSameVault,
  isLater,
  judgeField,
  knew,
  type FieldVerdict,
  type SentStep,
} from './judge-field.ts';

/** What one side did to a field of a record that the other removed. */
export interface FieldEdit {
  readonly field: string;
  readonly from: JsonValue;
  readonly to: JsonValue;
}

/** A record that was removed on one side and edited on the other, neither knowing of it. */
export interface RemovedAndEdited {
  readonly kind: 'edit-delete' | 'delete-edit';
  readonly record: RecordRef;
  readonly edits: readonly FieldEdit[];
  /** The fields of the record as whoever kept it has them. */
  readonly kept: ReadonlyMap<string, JsonValue>;
  /** The change sets of the removal, and of the last edit; null where something was added only. */
  readonly removedBy: string;
  readonly editedBy: string | null;
}

/** A record that they removed and that nobody edited here. */
export interface RemovedThere extends Pick<RemovedAndEdited, 'record' | 'kept' | 'removedBy'> {
  readonly kind: 'removed';
}

export interface FieldDivergence {
  readonly kind: 'field';
  readonly record: RecordRef;
  readonly field: string;
  readonly verdict: Exclude<FieldVerdict, { readonly kind: 'as-it-lands' }>;
}

export type Divergence = FieldDivergence | RemovedAndEdited | RemovedThere;

/** What a bundle does to one record that is known here. */
interface RecordSteps {
  readonly record: RecordRef;
  readonly local: readonly FieldStep[];
  readonly sent: readonly SentStep[];
}

/** Where what comes and what is here do not simply add up, record by record. Pure. */
export function divergences(
  known: KnownChanges,
  incoming: readonly ForeignChangeSet[],
): Divergence[] {
  return recordSteps(known, incoming).flatMap(judgeRecord);
}

function judgeRecord(steps: RecordSteps): Divergence[] {
  const localByField = byField(steps.local);
  const sentByField = byField(steps.sent);
  const existence = localByField.get(EXISTS)?.at(-1);
  // A part of a record whose making never came: there is nothing here that could be edited.
  if (existence === undefined) return [];
  const isHere = existence.newValue === true;
  const theirs = sentByField.get(EXISTS)?.at(-1);
  const isThere = theirs === undefined || theirs.newValue === true;
  if (!isHere) return isThere ? removedHere(steps, existence, theirs) : [];
  if (!isThere) return removedThere(steps, theirs, localByField.get(EXISTS) ?? []);
  return [...sentByField].flatMap(([field, sent]) => {
    if (field === EXISTS) return [];
    const verdict = judgeField(localByField.get(field) ?? [], sent);
    return verdict.kind === 'as-it-lands'
      ? []
      : [{ kind: 'field' as const, record: steps.record, field, verdict }];
  });
}

/** They removed what stands here: a question where it was edited in ignorance of that. */
function removedThere(
  { record, local, sent }: RecordSteps,
  removal: SentStep,
  existence: readonly FieldStep[],
): Divergence[] {
  // Known and brought back since; or brought back by somebody who knew.
  if (removal.isKnown || existence.some((step) => knew(step, removal))) return [];
  const sentSets = new Set(sent.map((step) => step.changeSetId));
  const edits = local.filter(
    (step) =>
      step.reason !== 'import-bundle' &&
      !sentSets.has(step.changeSetId) &&
      !(isSameVault(step, removal) && isLater(removal, step)),
  );
  const found = editsIn(edits);
  const kept = lastValues(local);
  const removedBy = removal.changeSetId;
  if (found.length === 0) return [{ kind: 'removed', record, kept, removedBy }];
  const editedBy = lastEditIn(edits);
  return [{ kind: 'edit-delete', record, edits: found, kept, removedBy, editedBy }];
}

/** They have, and may have edited, what was removed here. */
function removedHere(
  { record, local, sent }: RecordSteps,
  removal: FieldStep,
  theirs: SentStep | undefined,
): Divergence[] {
  // Whoever brought it back after the removal knew of it.
  if (theirs?.isKnown === false && isLater(theirs, removal) && theirs.oldValue === null) return [];
  const making = sent.find((step) => step.field === EXISTS && step.newValue === true);
  const edits = sent.filter(
    (step) =>
      !step.isKnown &&
      step.changeSetId !== making?.changeSetId &&
      !(isSameVault(step, removal) && isLater(removal, step)),
  );
  const found = editsIn(edits);
  if (found.length === 0) return [];
  const isRemoving = new Set(
    local
      .filter((step) => step.field === EXISTS && step.newValue === null)
      .map((step) => step.changeSetId),
  );
  const news = sent.filter((step) => !step.isKnown);
  const all = [...local, ...news].sort((a, b) => (isLater(a, b) ? 1 : -1));
  const kept = lastValues(all.filter((step) => !isRemoving.has(step.changeSetId)));
  const by = { removedBy: removal.changeSetId, editedBy: lastEditIn(edits) };
  return [{ kind: 'delete-edit', record, edits: found, kept, ...by }];
}

/** Each record of which something new comes and something is known, in the order it comes. */
function recordSteps(known: KnownChanges, incoming: readonly ForeignChangeSet[]): RecordSteps[] {
  const records = new Map<string, { record: RecordRef; sent: SentStep[]; isNews: boolean }>();
  for (const set of [...incoming].sort(byStamp)) {
    for (const change of set.changes) {
      const { recordType: type, recordId: id, field, oldValue, newValue } = change;
      const key = `${type} ${id}`;
      const entry = records.get(key) ?? { record: { type, id }, sent: [], isNews: false };
      const isKnown = known.knows(set.id, change);
      const { hlc, reason } = set;
      entry.sent.push({ changeSetId: set.id, hlc, reason, field, oldValue, newValue, isKnown });
      if (!isKnown) entry.isNews = true;
      records.set(key, entry);
    }
  }
  return [...records.values()].flatMap(({ record, sent, isNews }) => {
    const local = isNews ? known.stepsOf(record) : [];
    if (local.length === 0) return [];
    return [{ record, local, sent }];
  });
}

function byField<Step extends FieldStep>(steps: readonly Step[]): Map<string, Step[]> {
  const fields = new Map<string, Step[]>();
  for (const step of steps) {
    const of = fields.get(step.field);
    if (of === undefined) fields.set(step.field, [step]);
    else of.push(step);
  }
  return fields;
}

/** The change set of the last edit of a field. */
function lastEditIn(steps: readonly FieldStep[]): string | null {
  return steps.filter(({ field }) => field !== EXISTS).at(-1)?.changeSetId ?? null;
}

function editsIn(steps: readonly FieldStep[]): FieldEdit[] {
  return [...byField(steps)].flatMap(([field, of]) => {
    if (field === EXISTS) return [];
    return [{ field, from: of[0]?.oldValue ?? null, to: of.at(-1)?.newValue ?? null }];
  });
}

/** The last value of each field, the making and removing left out. */
export function lastValues(steps: readonly FieldStep[]): ReadonlyMap<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const { field, newValue } of steps) if (field !== EXISTS) values.set(field, newValue);
  return values;
}
