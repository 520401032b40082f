import { diffArrays } from 'diff';

/** Edits beyond which a finer comparison costs more than it tells; bounds the work on any text. */
const MAX_EDIT_LENGTH = 500;

/** A run of a list that was replaced: `[start, end)` of the old one by other entries, or by none. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly added: readonly string[];
}

/**
 * The paragraphs of a text: what stands between blank lines, with every line end as `\n`. An
 * indented first line and the lines of a list stay as they are.
 */
export function paragraphsOf(text: string): string[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.replaceAll(/^(?:[ \t]*\n)+|\n[ \t]*$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
}

export function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/**
 * What turns one list into another, in order; between two hunks at least one entry stayed. Lists
 * that differ too much come back as one hunk between what they begin and end with alike.
 */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH });
  if (changes === undefined) return [middleHunk(before, after)];
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { start: number; end: number; added: string[] } | null = null;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (open === null) {
      open = { start: at, end: at, added: [] };
      hunks.push(open);
    }
    if (added) open.added.push(...value);
    else {
      at += value.length;
      open.end = at;
    }
  }
  return hunks;
}

function middleHunk(before: readonly string[], after: readonly string[]): Hunk {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    start: head,
    end: before.length - tail,
    added: after.slice(head, after.length - tail),
  };
}
