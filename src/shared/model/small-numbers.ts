/*
 * The rules that keep a published number from telling about a few people. What they guarantee, and
 * what not, is in docs/decisions/0030-statistics-that-tell-of-nobody.md.
 */

/** Fewer people than this are never a number of their own. */
export const SMALLEST_COUNT = 5;
/** Every number is a multiple of this. */
export const ROUNDED_TO = 5;

/**
 * Which parts of a whole may be shown, where everyone is in exactly one part: each with at least
 * five people, and those not shown together either nobody at all or at least five. So nothing that
 * adds and subtracts what is shown tells of fewer than five people, for what it can tell of are
 * parts shown and what is left of the whole. The smallest parts are left out first.
 */
export function showableParts(counts: readonly number[]): readonly boolean[] {
  const shown = counts.map((count) => count >= SMALLEST_COUNT);
  for (;;) {
    const left = counts.filter((_, index) => shown[index] === false);
    const leftPeople = left.reduce((sum, count) => sum + count, 0);
    if (left.length === 0 || leftPeople >= SMALLEST_COUNT) return shown;
    const smallest = smallestShown(counts, shown);
    if (smallest === null) return shown;
    shown[smallest] = false;
  }
}

function smallestShown(counts: readonly number[], shown: readonly boolean[]): number | null {
  let best: number | null = null;
  for (const [index, count] of counts.entries()) {
    if (shown[index] !== true) continue;
    if (best === null || count < (counts[best] ?? 0)) best = index;
  }
  return best;
}

/**
 * A count, rounded at random to one of the two multiples of five beside it, the nearer the likelier;
 * right on average. Two documents then differ by a multiple of five or not at all, however few
 * people came or went between them.
 * @param draw 0, 1, 2, 3 or 4, each as likely as the others.
 */
export function randomlyRounded(count: number, draw: number): number {
  const over = count % ROUNDED_TO;
  return count - over + (draw < over ? ROUNDED_TO : 0);
}
