import { mergeText } from '../../../shared/model/merge/merge-text.ts';
import type { MergeChoice, SuggestedBecause } from '../../../shared/contract/bundles.ts';
import type { RecordType } from '../../../shared/model/record-type.ts';
import type { JsonValue } from '../../canonical-json.ts';
import { fieldKind, isValidValue, moreCareful } from './field-kind.ts';
import type { BothChanged } from './judge-field.ts';
import { mergeLists } from './merge-list.ts';

/** One value made of two, or a question with what can be said to help. */
export type MergedValue =
  | { readonly kind: 'merged'; readonly value: JsonValue }
  | ({ readonly kind: 'conflict'; readonly both: JsonValue } & Suggestion);

/** The answer that is suggested to a question, and why. */
export interface Suggestion {
  readonly suggested: MergeChoice;
  readonly because: SuggestedBecause;
}

/**
 * Makes one value of a field that both sides changed. Pure, and the same on either side: the earlier
 * edit comes first, whoever made it. `both` is null where a field holds one value only, or where the
 * two together would be more than it may hold; then the more careful value is suggested, or the
 * later one.
 */
export function mergeValues(
  type: RecordType,
  field: string,
  { base, mine, theirs, isTheirsLater }: Omit<BothChanged, 'kind' | 'isBaseShared'>,
): MergedValue {
  const [first, second] = isTheirsLater ? [mine, theirs] : [theirs, mine];
  const together = unite(fieldKind(type, field), base, first, second);
  if (together !== null && isValidValue(type, field, together.value)) {
    return together.clean
      ? { kind: 'merged', value: together.value }
      : { kind: 'conflict', both: together.value, suggested: 'both', because: 'nothing-lost' };
  }
  const careful = moreCareful(type, field, mine, theirs);
  if (careful !== null) {
    return { kind: 'conflict', both: null, suggested: careful, because: 'more-careful' };
  }
  const suggested = isTheirsLater ? 'theirs' : 'mine';
  return { kind: 'conflict', both: null, suggested, because: 'later' };
}

function unite(
  kind: ReturnType<typeof fieldKind>,
  base: JsonValue,
  first: JsonValue,
  second: JsonValue,
): { readonly value: JsonValue; readonly clean: boolean } | null {
  if (kind === 'whole') return null;
  if (kind === 'text') {
    const { merged, clean } = mergeText(textOf(base), textOf(first), textOf(second));
    return { value: merged, clean };
  }
  const { merged, clean } = mergeLists(listOf(base), listOf(first), listOf(second));
  return { value: merged, clean };
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
