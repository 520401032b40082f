import { sameJson, type JsonValue } from '../canonical-json.ts';

/** Stands in a text for what was taken out of it: the sign that editors use, in any language. */
export const TAKEN_OUT = '[…]';

/**
 * A value without one contact: entries that name it are gone, single references are empty, and a
 * name that stood beside one is taken out.
 */
export function withoutContact(value: JsonValue, contactId: string): JsonValue {
  if (value === contactId) return null;
  if (Array.isArray(value)) {
    const entries = value as readonly JsonValue[];
    return entries
      .filter((entry) => entry !== contactId && !names(entry, contactId))
      .map((entry) => withoutContact(entry, contactId));
  }
  if (typeof value !== 'object' || value === null) return value;
  const isNamed = names(value, contactId);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      isNamed && key === 'name' ? TAKEN_OUT : withoutContact(member, contactId),
    ]),
  );
}

function names(value: JsonValue, contactId: string): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (value as Readonly<Record<string, JsonValue>>)['contactId'] === contactId;
}

/**
 * Whether one value is another with things only taken out of it: passages of texts with `TAKEN_OUT`
 * in their place, entries of lists, references. Nothing is added, put in another order or reworded.
 */
export function onlyTakesAway(before: JsonValue, after: JsonValue): boolean {
  if (after === null || after === TAKEN_OUT || sameJson(before, after)) return true;
  if (typeof before === 'string' && typeof after === 'string') return isRedaction(before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    let next = 0;
    return after.every((entry: JsonValue) => {
      while (next < before.length) {
        if (onlyTakesAway(before[next++] as JsonValue, entry)) return true;
      }
      return false;
    });
  }
  return isTakenFromMembers(before, after, onlyTakesAway);
}

/**
 * The same for what limits: a consent's conditions, what to keep from whom. Passages of texts may be
 * taken out; every entry stays, and no text is emptied, so that nothing is allowed that was not.
 */
export function onlyTakesOutWords(before: JsonValue, after: JsonValue): boolean {
  if (sameJson(before, after)) return true;
  if (typeof before === 'string' && typeof after === 'string') return isRedaction(before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    const entries = after as readonly JsonValue[];
    return (
      before.length === entries.length &&
      entries.every((entry, i) => onlyTakesOutWords(before[i] as JsonValue, entry))
    );
  }
  return isTakenFromMembers(before, after, onlyTakesOutWords);
}

function isTakenFromMembers(
  before: JsonValue,
  after: JsonValue,
  isTaken: (before: JsonValue, after: JsonValue) => boolean,
): boolean {
  const [from, to] = [membersOf(before), membersOf(after)];
  if (from === null || to === null) return false;
  const keys = Object.keys(from);
  return (
    keys.length === Object.keys(to).length &&
    keys.every((key) => key in to && isTaken(from[key] ?? null, to[key] ?? null))
  );
}

function membersOf(value: JsonValue): Readonly<Record<string, JsonValue>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return value as Readonly<Record<string, JsonValue>>;
}

/** Whether a text is another one with passages replaced by the sign. */
function isRedaction(before: string, after: string): boolean {
  const pieces = after.split(TAKEN_OUT);
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return before === after;
  if (!before.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = before.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return before.length - last.length >= at && before.endsWith(last);
}
