import { hunksOf, paragraphsOf, textOf, type Hunk } from './paragraphs.ts';

export interface MergedText {
  readonly merged: string;
  /** Nowhere did both sides put something different in the same place. */
  readonly clean: boolean;
}

/**
 * Three-way merge of a long note, by paragraph. A paragraph that one side added, changed or took
 * out is taken as that side has it. Where both changed the same one, or added at the same place,
 * both are kept, mine first; what both did alike is there once. An edit outlives the other side's
 * deletion. So only what somebody took out is gone (as in diff3, see Khanna, Kunal and Pierce, "A
 * Formal Investigation of Diff3", 2007; but by paragraph, and nothing is left to markers).
 *
 * Where one side did not change the text, the other comes back to the letter. Else the paragraphs
 * are set apart by one blank line each. The result may be longer than a field can hold: that is for
 * the caller to check.
 */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { merged: mine, clean: true };
  if (mine === base) return { merged: theirs, clean: true };

  const started = paragraphsOf(base);
  const ours = hunksOf(started, paragraphsOf(mine));
  const others = hunksOf(started, paragraphsOf(theirs));
  // Only blank lines or line ends differ on one side.
  if (others.length === 0) return { merged: mine, clean: true };
  if (ours.length === 0) return { merged: theirs, clean: true };

  const groups = touching(ours, others);
  const merged: string[] = [];
  let at = 0;
  for (const group of groups) {
    merged.push(...started.slice(at, group.start), ...united(group));
    at = group.end;
  }
  merged.push(...started.slice(at));
  return { merged: textOf(merged), clean: groups.every(isClean) };
}

interface Sided extends Hunk {
  readonly isMine: boolean;
}

/** Hunks of both sides with no paragraph between them that neither touched, in reading order. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly hunks: readonly Sided[];
}

function touching(mine: readonly Hunk[], theirs: readonly Hunk[]): Group[] {
  const all: Sided[] = [
    ...mine.map((hunk) => ({ ...hunk, isMine: true })),
    ...theirs.map((hunk) => ({ ...hunk, isMine: false })),
  ].sort((a, b) => a.start - b.start || a.end - b.end || Number(b.isMine) - Number(a.isMine));
  const groups: { start: number; end: number; hunks: Sided[] }[] = [];
  for (const hunk of all) {
    const last = groups.at(-1);
    if (last !== undefined && hunk.start <= last.end) {
      last.hunks.push(hunk);
      last.end = Math.max(last.end, hunk.end);
    } else groups.push({ start: hunk.start, end: hunk.end, hunks: [hunk] });
  }
  return groups;
}

/** Everything that either side put in, each paragraph as often as the side that has it most. */
function united({ hunks }: Group): string[] {
  const mine = countsOf(hunks.filter((hunk) => hunk.isMine));
  const theirs = countsOf(hunks.filter((hunk) => !hunk.isMine));
  const taken = new Map<string, number>();
  return hunks
    .flatMap((hunk) => hunk.added)
    .filter((paragraph) => {
      const count = (taken.get(paragraph) ?? 0) + 1;
      taken.set(paragraph, count);
      return count <= Math.max(mine.get(paragraph) ?? 0, theirs.get(paragraph) ?? 0);
    });
}

function countsOf(hunks: readonly Hunk[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paragraph of hunks.flatMap((hunk) => hunk.added)) {
    counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  }
  return counts;
}

function isClean({ hunks }: Group): boolean {
  const ours = hunks.filter((hunk) => hunk.isMine);
  return hunks.every((hunk) => hunk.isMine || ours.every((own) => !clash(own, hunk)));
}

/** Whether two hunks are about the same paragraph, or the same place between two, and differ. */
function clash(a: Hunk, b: Hunk): boolean {
  const [aFrom, aTo] = placeOf(a);
  const [bFrom, bTo] = placeOf(b);
  if (Math.max(aFrom, bFrom) > Math.min(aTo, bTo)) return false;
  const isSameHunk = aFrom === bFrom && aTo === bTo && textOf(a.added) === textOf(b.added);
  return !isSameHunk;
}

/** First and last place of a hunk, counted in half paragraphs: gaps are even, paragraphs odd. */
function placeOf({ start, end }: Hunk): readonly [number, number] {
  return start === end ? [2 * start, 2 * start] : [2 * start + 1, 2 * end - 1];
}
