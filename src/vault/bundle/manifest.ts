import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { BUNDLE_KINDS } from '../../shared/model/bundle-entry.ts';
import { officerKeys } from '../../shared/model/officer.ts';
import { calendarDate, instant, recordId, sha256Hex } from '../../shared/model/primitives.ts';
import { RECORD_TYPES } from '../../shared/model/record-type.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES } from '../../shared/model/vocabulary/consent.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { CHANGES_PATH } from './archive.ts';
import { malformed } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';
import type { JsonValue } from '../canonical-json.ts';
import { hybridLogicalClock, signedLine } from './fields.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

export const BUNDLE_FORMAT = 'steady-state-bundle';
/** The only version this code writes and reads. A higher one is refused as newer. */
export const BUNDLE_VERSION = 1;

export type BundleKind = (typeof BUNDLE_KINDS)[number];

/** Kinds that take contacts out of the vault's hands, and so must say under which consent. */
const KINDS_WITH_CONSENT_SCOPE: readonly BundleKind[] = ['handover', 'update', 'share'];

/** A raw Ed25519 public key: 32 bytes in base64 with padding; the last digit has two spare bits. */
const signingKey = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u);
/** An age recipient in lower-case Bech32; whether it is a valid key is checked when sealing. */
const ageRecipient = z.string().regex(/^age1(pq1)?[02-9ac-hj-np-z]{58,2000}$/u);
const positiveInteger = z.number().int().min(1);
const byteCount = z.number().int().min(0);

const entry = z.strictObject({
  path: z.string().regex(/^(changes\.ndjson|attachments\/[0-9a-f]{64})$/u),
  size: byteCount,
  sha256: sha256Hex,
});

export const manifestSchema = z
  .strictObject({
    format: z.literal(BUNDLE_FORMAT),
    version: z.literal(BUNDLE_VERSION),
    kind: z.enum(BUNDLE_KINDS),
    bundleId: recordId,
    createdAt: instant,
    sender: z.strictObject({
      officerId: recordId,
      name: signedLine.min(1),
      post: signedLine,
      // Both recipients too, so that the fingerprint is the one on the sender's card.
      ageRecipient: officerKeys.shape.ageRecipient,
      ageHybridRecipient: officerKeys.shape.ageHybridRecipient,
      signingKey,
    }),
    recipients: z
      .array(z.strictObject({ officerId: recordId, ageRecipient }))
      .min(1)
      .max(BUNDLE_LIMITS.recipients),
    /** Counts the sender's bundles to exactly these recipients, from 1. */
    sequence: positiveInteger,
    /** SHA-256 of the file of the bundle before this one; null for the first. */
    previousBundle: sha256Hex.nullable(),
    /** The newest clock the sender had seen of each vault. */
    baseVersions: z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/u), hybridLogicalClock),
    /** Null only for kinds that carry no contact to anyone else. */
    consentScope: z
      .strictObject({
        audience: z.enum(CONSENT_AUDIENCES),
        purpose: z.enum(CONSENT_PURPOSES),
        evaluatedOn: calendarDate,
      })
      .nullable(),
    /** Distinct records that the change sets touch, by type; a type with none is left out. */
    counts: z.partialRecord(z.enum(RECORD_TYPES), positiveInteger),
    entries: z.array(entry).min(1).max(BUNDLE_LIMITS.entries),
  })
  .check((context) => {
    for (const rule of brokenManifestRules(context.value)) {
      context.issues.push({ code: 'custom', message: rule, input: null, path: [] });
    }
  });
export type Manifest = z.infer<typeof manifestSchema>;

/** Encodes as RFC 8785. A manifest that a reader would refuse is a fault: it throws. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) throw new TypeError(`manifest refused: ${firstIssue(parsed.error)}`);
  return encodeCanonicalJson(parsed.data);
}

/**
 * Parses a manifest strictly. The version is looked at first, so that a bundle of a later version
 * is called newer and not malformed.
 */
export function parseManifest(
  bytes: Uint8Array,
  limits: BundleLimits = BUNDLE_LIMITS,
): Outcome<Manifest, FailureOf<'bundle-malformed' | 'bundle-newer-version'>> {
  const json = parseCanonicalJson(bytes, limits.jsonDepth);
  if (!json.ok) return malformed(`manifest-${json.failure}`);
  const { format, version } = asObject(json.value);
  if (format !== BUNDLE_FORMAT) return malformed('manifest-format');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return malformed('manifest-version');
  }
  if (version > BUNDLE_VERSION) return fail({ kind: 'bundle-newer-version', version });
  const parsed = manifestSchema.safeParse(json.value);
  if (!parsed.success) return malformed('manifest-schema');
  return ok(parsed.data);
}

/** Rules that join several fields. */
function brokenManifestRules(manifest: Manifest): string[] {
  const broken: string[] = [];
  if ((manifest.sequence === 1) !== (manifest.previousBundle === null)) {
    broken.push('previous-bundle');
  }
  if (manifest.consentScope === null && KINDS_WITH_CONSENT_SCOPE.includes(manifest.kind)) {
    broken.push('consent-scope');
  }
  const recipients = manifest.recipients.map((recipient) => recipient.ageRecipient);
  if (new Set(recipients).size !== recipients.length) broken.push('recipient-twice');
  if (manifest.entries[0]?.path !== CHANGES_PATH) broken.push('entries-order');
  manifest.entries.slice(1).forEach((listed, i) => {
    const before = manifest.entries[i]?.path ?? '';
    if (listed.path !== `attachments/${listed.sha256}`) broken.push('entry-name');
    if (i > 0 && listed.path <= before) broken.push('entries-order');
  });
  return broken;
}

function asObject(value: JsonValue): { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: JsonValue })
    : {};
}

/** Where and why, never the value: a manifest holds names. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.join('.')} ${issue.code}`;
}
