import type { FailureOf } from '../../shared/contract/failure.ts';
import { ok, type Outcome } from '../../shared/outcome.ts';
import { malformed } from './bundle-failure.ts';

/** Encodes a successor's brief. One that a reader would refuse is a fault of the caller: it throws. */
export function encodeBrief(html: string): Uint8Array {
  const bytes = new TextEncoder().encode(html);
  const read = parseBrief(bytes);
  if (!read.ok || read.value !== html) throw new TypeError('brief refused: brief-text');
  return bytes;
}

/**
 * The text of `brief.html`: UTF-8 without a byte order mark and without NUL. What HTML it is, is not
 * looked at here: whoever shows it must do so without script and without anything loaded.
 */
export function parseBrief(bytes: Uint8Array): Outcome<string, FailureOf<'bundle-malformed'>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return malformed('brief-text');
  }
  return text.includes('\u0000') || text.startsWith('\ufeff') ? malformed('brief-text') : ok(text);
}
