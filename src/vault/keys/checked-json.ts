import { createHash, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

export type JsonObject = { readonly [key: string]: unknown };

/**
 * The bytes of a checked file: canonical JSON of the body with one member more, `checksum`, the
 * SHA-256 (lower-case hexadecimal) of the canonical JSON of the body without it.
 */
export function sealCheckedJson(body: JsonObject): Buffer {
  return Buffer.from(canonicalJson({ ...body, checksum: checksumOf(body) }), 'utf8');
}

/**
 * The body (without `checksum`) of a checked file, or null where the bytes are not exactly what
 * `sealCheckedJson` writes. Comparing the bytes with their own canonical form refuses repeated
 * keys, other spellings of a number or a string, white space and anything after the end.
 */
export function openCheckedJson(bytes: Buffer): JsonObject | null {
  let parsed: unknown;
  let canonical: string;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
    canonical = canonicalJson(parsed);
  } catch {
    return null;
  }
  if (!isObject(parsed) || !Buffer.from(canonical, 'utf8').equals(bytes)) return null;
  const { checksum, ...body } = parsed;
  if (typeof checksum !== 'string') return null;
  const found = Buffer.from(checksum, 'utf8');
  const expected = Buffer.from(checksumOf(body), 'utf8');
  return found.length === expected.length && timingSafeEqual(found, expected) ? body : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checksumOf(body: JsonObject): string {
  return createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex');
}
