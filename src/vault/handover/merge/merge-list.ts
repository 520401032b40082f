import { createHash } from 'node:crypto';
import { canonicalJson, sameJson, type JsonValue } from '../../canonical-json.ts';

export interface MergedList {
  readonly merged: readonly JsonValue[];
  /** No entry was changed on one side and changed otherwise, or taken out, on the other. */
  readonly clean: boolean;
}

type Entries = ReadonlyMap<string, JsonValue>;

/**
 * Three-way merge of two lists. Entries with an `id` are told apart by it, others by their whole
 * value. What either side added is there, what either side took out is gone. An entry that was
 * changed on one side and taken out on the other stays, and one that was changed on both is there
 * twice: then the list is not clean.
 *
 * The order is that of `first`, with what only `second` has at the end; so both sides, who agree on
 * which edit came first, come to the same list.
 */
export function mergeLists(
  base: readonly JsonValue[],
  first: readonly JsonValue[],
  second: readonly JsonValue[],
): MergedList {
  const [before, one, other] = [entriesOf(base), entriesOf(first), entriesOf(second)];
  const merged: JsonValue[] = [];
  let clean = true;
  for (const [key, value] of one) {
    const was = before.get(key);
    const theirs = other.get(key);
    if (theirs === undefined) {
      // Taken out by the other: gone, unless it was added or changed here.
      if (was === undefined || !sameJson(was, value)) {
        merged.push(value);
        if (was !== undefined) clean = false;
      }
      continue;
    }
    const entry = mergeEntry(was, value, theirs);
    merged.push(...entry);
    if (entry.length > 1) clean = false;
  }
  for (const [key, value] of other) {
    if (one.has(key)) continue;
    const was = before.get(key);
    if (was !== undefined && sameJson(was, value)) continue;
    merged.push(value);
    if (was !== undefined) clean = false;
  }
  return { merged, clean };
}

/** One entry, or two where both sides changed the same property of it. */
function mergeEntry(was: JsonValue | undefined, first: JsonValue, second: JsonValue): JsonValue[] {
  if (sameJson(first, second) || (was !== undefined && sameJson(was, second))) return [first];
  if (was !== undefined && sameJson(was, first)) return [second];
  const one = first as Readonly<Record<string, JsonValue>>;
  const other = second as Readonly<Record<string, JsonValue>>;
  const before = (was ?? {}) as Readonly<Record<string, JsonValue>>;
  const merged: Record<string, JsonValue> = {};
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b, old] = [one[name] ?? null, other[name] ?? null, before[name] ?? null];
    if (!sameJson(a, b) && !sameJson(a, old) && !sameJson(b, old)) {
      return [first, { ...other, id: copyId(second) }];
    }
    merged[name] = sameJson(a, old) ? b : a;
  }
  return [merged];
}

function entriesOf(list: readonly JsonValue[]): Entries {
  return new Map(list.map((entry) => [keyOf(entry), entry]));
}

function keyOf(entry: JsonValue): string {
  const isNamed = typeof entry === 'object' && entry !== null && 'id' in entry;
  return canonicalJson(isNamed ? entry.id : entry);
}

/** The id of an entry that is kept beside another version of itself: the same on both sides. */
function copyId(entry: JsonValue): string {
  const hash = createHash('sha256').update(canonicalJson(entry)).digest('hex');
  const [a, b, c, d] = [
    ...[hash.slice(0, 8), hash.slice(8, 12), hash.slice(13, 16)],
    hash.slice(17, 20),
  ];
  // A UUID of version 8 (RFC 9562): made from what it stands for.
  return `${a ?? ''}-${b ?? ''}-8${c ?? ''}-8${d ?? ''}-${hash.slice(20, 32)}`;
}
