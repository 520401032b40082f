/**
 * The first `count` items in an order, sorted: as `items.sort(compare).slice(0, count)`, but of a
 * long list only a few are compared more than once. Collation of names is dear; the first page of
 * ten thousand is found in about as many comparisons.
 */
export function firstInOrder<Item>(
  items: readonly Item[],
  count: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  // Every item kept moves those behind it: beyond a part of the list, sorting it all is cheaper.
  if (count > items.length / 8) return [...items].sort(compare).slice(0, count);
  const first: Item[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length === count && (last === undefined || compare(item, last) >= 0)) continue;
    first.splice(placeOf(first, item, compare), 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

/** Behind every item that is not greater, so that equals keep their order. */
function placeOf<Item>(
  sorted: readonly Item[],
  item: Item,
  compare: (a: Item, b: Item) => number,
): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) > 0) to = middle;
    else from = middle + 1;
  }
  return from;
}
