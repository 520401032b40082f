import { sameJson, type JsonValue } from '../../canonical-json.ts';
import { parseHlc } from '../../db/hlc.ts';
import type { FieldStep } from '../../db/known-changes.ts';

/** A step that a bundle brings, and whether the log had it before. */
export interface SentStep extends FieldStep {
  readonly isKnown: boolean;
}

/** A field that both sides gave another value, neither in knowledge of the other's. */
export interface BothChanged {
  readonly kind: 'both-changed';
  /** What the sides started from; null where this vault never had that value. */
  readonly base: JsonValue;
  readonly isBaseShared: boolean;
  readonly mine: JsonValue;
  readonly theirs: JsonValue;
  readonly isTheirsLater: boolean;
  /** The change sets that gave the two values. */
  readonly mineSet: string;
  readonly theirsSet: string;
}

/**
 * What is to become of a field. `as-it-lands`: the log alone, which goes by the latest stamp, comes
 * to the right value. `take-theirs`: theirs is right, though a stamp here is later.
 */
export type FieldVerdict =
  | { readonly kind: 'as-it-lands' }
  | { readonly kind: 'take-theirs'; readonly mine: JsonValue; readonly theirs: JsonValue }
  | BothChanged;

const AS_IT_LANDS = { kind: 'as-it-lands' } as const;

/**
 * Three-way comparison of one field. Pure. Each side's steps come in the order of their stamps.
 *
 * A value gives way to another without a question only where whoever wrote the other knew it. The
 * log says so in three ways: they send it along; a vault knows what it wrote itself; a change names
 * the value that it took the place of. A stamp alone says nothing: an officer's later edit may have
 * been made in ignorance of the earlier one.
 *
 * What was written here to hold something back at an import (`import-bundle`) is no officer's edit.
 */
export function judgeField(local: readonly FieldStep[], sent: readonly SentStep[]): FieldVerdict {
  const news = sent.filter((step) => !step.isKnown);
  const [firstNew] = news;
  const mineHead = local.at(-1);
  const theirsHead = sent.at(-1);
  // Where the newest they send is known, the rest is older still: it was settled here already.
  if (firstNew === undefined || theirsHead?.isKnown !== false || mineHead === undefined) {
    return AS_IT_LANDS;
  }
  const mine = mineHead.newValue;
  const theirs = theirsHead.newValue;
  if (sameJson(mine, theirs)) return AS_IT_LANDS;

  const isTheirsLater = isLater(theirsHead, mineHead);
  const theyKnewMine =
    mineHead.reason === 'import-bundle' ||
    sent.some((step) => step.changeSetId === mineHead.changeSetId) ||
    news.some((step) => knew(step, mineHead));
  const weKnewTheirs = local.some((step) => knew(step, theirsHead));
  if (weKnewTheirs && !theyKnewMine) return AS_IT_LANDS;
  if (theyKnewMine !== weKnewTheirs || sameJson(mine, firstNew.oldValue)) {
    return isTheirsLater ? AS_IT_LANDS : { kind: 'take-theirs', mine, theirs };
  }
  const base = firstNew.oldValue;
  const isBaseShared = local.some(
    (step) => sameJson(step.newValue, base) || sameJson(step.oldValue, base),
  );
  return {
    kind: 'both-changed',
    base: isBaseShared ? base : null,
    ...{ isBaseShared, mine, theirs, isTheirsLater },
    mineSet: mineHead.changeSetId,
    theirsSet: theirsHead.changeSetId,
  };
}

/** Whether whoever made `step` knew `other`: wrote it too, or put a value in its value's place. */
export function knew(step: FieldStep, other: FieldStep): boolean {
  if (!isLater(step, other)) return false;
  return isSameVault(step, other) || sameJson(step.oldValue, other.newValue);
}

export function isSameVault(a: FieldStep, b: FieldStep): boolean {
  return parseHlc(a.hlc).nodeId === parseHlc(b.hlc).nodeId;
}

export function isLater(a: FieldStep, b: FieldStep): boolean {
  return a.hlc === b.hlc ? a.changeSetId > b.changeSetId : a.hlc > b.hlc;
}
