import { hunksOf, paragraphsOf } from '../../../shared/model/merge/paragraphs.ts';
import { textDiff, type DiffPart } from './text-diff.ts';

/** A paragraph of a long text beside what it was, or several that stayed as they were. */
export type ParagraphChange =
  | { readonly kind: 'same'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'added' | 'removed'; readonly paragraph: string }
  | { readonly kind: 'changed'; readonly parts: readonly DiffPart[] };

/** A paragraph of which less than this stayed counts as another one. */
const SAME_SHARE = 0.3;

/**
 * How a long text came from another, paragraph by paragraph, in reading order; inside one that was
 * reworded, word by word. Taking `removed` out leaves the new text, taking `added` out the old one.
 */
export function paragraphDiff(from: string, to: string, locale?: string): ParagraphChange[] {
  const before = paragraphsOf(from);
  const changes: ParagraphChange[] = [];
  const keep = (start: number, end: number): void => {
    if (end > start) changes.push({ kind: 'same', paragraphs: before.slice(start, end) });
  };
  let at = 0;
  for (const { start, end, added } of hunksOf(before, paragraphsOf(to))) {
    keep(at, start);
    changes.push(...rewritten(before.slice(start, end), added, locale));
    at = end;
  }
  keep(at, before.length);
  return changes;
}

/** The first old paragraph against the first new one, and so on; what is over was added or removed. */
function rewritten(
  before: readonly string[],
  after: readonly string[],
  locale: string | undefined,
): ParagraphChange[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index): ParagraphChange[] => {
    const [old, now] = [before[index], after[index]];
    const removed = old === undefined ? [] : [{ kind: 'removed' as const, paragraph: old }];
    const added = now === undefined ? [] : [{ kind: 'added' as const, paragraph: now }];
    if (old === undefined || now === undefined) return [...removed, ...added];
    const parts = textDiff(old, now, locale);
    const same = parts.reduce(
      (sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0),
      0,
    );
    return same / Math.max(old.length, now.length) < SAME_SHARE
      ? [...removed, ...added]
      : [{ kind: 'changed', parts }];
  });
}
