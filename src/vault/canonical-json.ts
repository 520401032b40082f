export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * One text for one value: RFC 8785 (JCS). ECMAScript's own JSON.stringify already writes numbers
 * and strings as the RFC asks; sorting the keys by UTF-16 code unit is all there is to add.
 * The chain, the cards, the keyslots and the bundles all hang on this text, so it is stricter than
 * the `canonicalize` package, its oracle in the tests: that one writes an undefined inside a list as
 * null and leaves an undefined member out.
 *
 * Throws on what has no such form: a lone surrogate, NaN, an infinity, undefined.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('number has no canonical form');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      break;
    default:
      throw new TypeError(`${typeof value} has no canonical form`);
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, item]) => `${canonicalText(key)}:${canonicalJson(item)}`);
  return `{${members.join(',')}}`;
}

/** Whether a text holds half of a surrogate pair, which neither UTF-8 nor RFC 8785 can hold. */
export function hasLoneSurrogate(text: string): boolean {
  // The first, cheap test spares nearly every text the second, under whose u flag a surrogate
  // matches only where it stands alone.
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

function canonicalText(text: string): string {
  if (hasLoneSurrogate(text)) throw new TypeError('lone surrogate has no canonical form');
  return JSON.stringify(text);
}
