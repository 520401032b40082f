import { hunksOf } from '../../../shared/model/merge/paragraphs.ts';
import type { DiffPart } from './text-diff.ts';

/** How a list came from another: one part for each line, those taken out where they stood. */
export function listDiff(from: readonly string[], to: readonly string[]): DiffPart[] {
  const partsOf = (lines: readonly string[], kind: DiffPart['kind']): DiffPart[] =>
    lines.map((text) => ({ kind, text }));
  const parts: DiffPart[] = [];
  let at = 0;
  for (const { start, end, added } of hunksOf(from, to)) {
    parts.push(
      ...partsOf(from.slice(at, start), 'same'),
      ...partsOf(from.slice(start, end), 'removed'),
      ...partsOf(added, 'added'),
    );
    at = end;
  }
  return [...parts, ...partsOf(from.slice(at), 'same')];
}
