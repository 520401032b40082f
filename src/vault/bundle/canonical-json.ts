import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';

/** Which rule of the JSON in a bundle was broken; the part after `json-` in docs/bundle-format.md. */
export type JsonRule =
  | 'json-utf8'
  | 'json-depth'
  | 'json-syntax'
  | 'json-nul'
  | 'json-forbidden-key'
  | 'json-number'
  | 'json-surrogate'
  | 'json-not-canonical';

/** Names that reach an object's prototype when code further on indexes by them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Encodes as RFC 8785 (JCS). A value that has no such form is a fault of the caller: it throws. */
export function encodeCanonicalJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

/**
 * Parses bytes that must be RFC 8785 canonical JSON, and gives the broken rule otherwise.
 *
 * Canonical form is checked by encoding the parsed value again and comparing the text. That one
 * comparison refuses duplicate keys, unsorted keys, white space, needless escapes, `1.0`, `1e2`
 * and `-0`: there is exactly one text for a value, so two readers cannot read two values.
 */
export function parseCanonicalJson(
  bytes: Uint8Array,
  maxDepth: number,
): Outcome<JsonValue, JsonRule> {
  if (nestsDeeperThan(bytes, maxDepth)) return fail('json-depth');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail('json-utf8');
  }
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return fail('json-syntax');
  }
  const broken = findBrokenRule(value);
  if (broken !== null) return fail(broken);
  return canonicalJson(value) === text ? ok(value) : fail('json-not-canonical');
}

/** Counts brackets outside strings, so that depth is bounded before anything recursive runs. */
function nestsDeeperThan(bytes: Uint8Array, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > maxDepth) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}

function findBrokenRule(value: JsonValue): JsonRule | null {
  if (typeof value === 'string') return brokenText(value);
  if (typeof value === 'number') return brokenNumber(value);
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      const broken = findBrokenRule(item);
      if (broken !== null) return broken;
    }
    return null;
  }
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return 'json-forbidden-key';
    const broken = brokenText(key) ?? findBrokenRule(item);
    if (broken !== null) return broken;
  }
  return null;
}

function brokenText(text: string): JsonRule | null {
  if (text.includes('\u0000')) return 'json-nul';
  // Under the u flag a surrogate matches only where it stands alone.
  if (/\p{Surrogate}/u.test(text)) return 'json-surrogate';
  return null;
}

/** Beyond 2^53 two texts are one number: such a number cannot be trusted to be what was written. */
function brokenNumber(number: number): JsonRule | null {
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? null : 'json-number';
}
