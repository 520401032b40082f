import {
  bundleDocument,
  type BundleDocument,
} from '../../shared/model/documents/bundle-document.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { ok, type Outcome } from '../../shared/outcome.ts';
import { sameJson } from '../canonical-json.ts';
import { malformed } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';

/** Encodes as RFC 8785. A document that a reader would refuse is a fault of the caller: it throws. */
export function encodeDocument({ kind, value }: BundleDocument): Uint8Array {
  const bytes = encodeCanonicalJson(value);
  const read = parseDocument(kind, bytes, Number.POSITIVE_INFINITY);
  if (!read.ok) throw new TypeError(`document refused: ${read.failure.rule}`);
  return bytes;
}

/**
 * Parses the document of a bundle of this kind strictly. Its texts are checked and never
 * transformed: what was signed is what is shown.
 */
export function parseDocument(
  kind: string,
  bytes: Uint8Array,
  maxDepth: number,
): Outcome<BundleDocument, FailureOf<'bundle-malformed'>> {
  const json = parseCanonicalJson(bytes, maxDepth);
  if (!json.ok) return malformed(`document-${json.failure}`);
  const parsed = bundleDocument.safeParse({ kind, value: json.value });
  if (!parsed.success || !sameJson(parsed.data.value, json.value)) {
    return malformed('document-schema');
  }
  return ok(parsed.data);
}
