import { diffArrays } from 'diff';

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Edits beyond which a word-by-word comparison costs more than it tells. */
const MAX_EDIT_LENGTH = 2_000;

/**
 * Two texts as one run of parts. The parts that are not `added` make up the old text exactly, those
 * not `removed` the new one. Words are found by Intl.Segmenter, so scripts that write no spaces are
 * compared by word as well. Texts that differ too much come back as all removed, all added.
 */
export function textDiff(from: string, to: string, locale?: string): DiffPart[] {
  if (from === to) return from === '' ? [] : [{ kind: 'same', text: from }];
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = (text: string): string[] =>
    Array.from(segmenter.segment(text), (segment) => segment.segment);
  const changes = diffArrays(words(from), words(to), { maxEditLength: MAX_EDIT_LENGTH });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ];
  }
  return changes
    .map((change) => ({
      kind: change.added
        ? ('added' as const)
        : change.removed
          ? ('removed' as const)
          : ('same' as const),
      text: change.value.join(''),
    }))
    .filter((part) => part.text !== '');
}

/** Characters of unchanged text kept on each side of a change when the rest is folded away. */
const CONTEXT_CHARACTERS = 80;

/**
 * Shortens long unchanged runs to what stands next to a change; the cut is marked with an ellipsis.
 */
export function foldedDiff(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same' || part.text.length <= CONTEXT_CHARACTERS * 3) return part;
    const head = index === 0 ? '' : cut(part.text, 0, CONTEXT_CHARACTERS);
    const tail =
      index === parts.length - 1 ? '' : cut(part.text, part.text.length - CONTEXT_CHARACTERS);
    return { kind: 'same', text: `${head} … ${tail}` };
  });
}

/** A slice that splits no surrogate pair. */
function cut(text: string, start: number, end?: number): string {
  return text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
}
