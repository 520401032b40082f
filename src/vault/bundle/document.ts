import type { z } from 'zod';
import { receiptDocument } from '../../shared/model/documents/receipt.ts';
import { requestDocument } from '../../shared/model/documents/request.ts';
import { statisticsDocument } from '../../shared/model/documents/statistics.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { ok, type Outcome } from '../../shared/outcome.ts';
import { canonicalJson } from '../canonical-json.ts';
import { malformed } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';

const SCHEMAS = {
  receipt: receiptDocument,
  request: requestDocument,
  statistics: statisticsDocument,
} as const;
export type DocumentKind = keyof typeof SCHEMAS;

export function isDocumentKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(SCHEMAS, kind);
}

/** What `document.json` says, under the kind of its bundle. */
export type BundleDocument = {
  [Kind in DocumentKind]: {
    readonly kind: Kind;
    readonly value: z.infer<(typeof SCHEMAS)[Kind]>;
  };
}[DocumentKind];

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
  kind: DocumentKind,
  bytes: Uint8Array,
  maxDepth: number,
): Outcome<BundleDocument, FailureOf<'bundle-malformed'>> {
  const json = parseCanonicalJson(bytes, maxDepth);
  if (!json.ok) return malformed(`document-${json.failure}`);
  const parsed = SCHEMAS[kind].safeParse(json.value);
  if (!parsed.success || canonicalJson(parsed.data) !== canonicalJson(json.value)) {
    return malformed('document-schema');
  }
  return ok({ kind, value: parsed.data } as BundleDocument);
}
