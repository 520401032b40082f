import { z } from 'zod';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { BUNDLE_KINDS } from '../../shared/model/bundle-kind.ts';
import { officerKeys } from '../../shared/model/officer.ts';
import { calendarDate, instant, recordId, sha256Hex } from '../../shared/model/primitives.ts';
import { RECORD_TYPES } from '../../shared/model/record-type.ts';
import { CONSENT_AUDIENCES, CONSENT_PURPOSES } from '../../shared/model/vocabulary/consent.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import {
  attachmentPath,
  BRIEF_PATH,
  CHANGES_PATH,
  DOCUMENT_PATH,
  isAttachmentPath,
  placeInArchive,
} from './archive.ts';
import { malformed } from './bundle-failure.ts';
import { encodeCanonicalJson, parseCanonicalJson } from './canonical-json.ts';
import type { JsonValue } from '../canonical-json.ts';
import { hybridLogicalClock, signedLine } from './fields.ts';
import { KIND_RULES } from './kind-rules.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

export const BUNDLE_FORMAT = 'steady-state-bundle';
/** The version this code writes. It reads version 1 too; a higher one is refused as newer. */
export const BUNDLE_VERSION = 2;

/** A raw Ed25519 public key: 32 bytes in base64 with padding; the last digit has two spare bits. */
const signingKey = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u);
/** An age recipient in lower-case Bech32; whether it is a valid key is checked when sealing. */
const ageRecipient = z.string().regex(/^age1(pq1)?[02-9ac-hj-np-z]{58,2000}$/u);
const positiveInteger = z.number().int().min(1);
const byteCount = z.number().int().min(0);

const entry = z.strictObject({
  path: z.string().refine((path) => placeInArchive(path) !== null, { error: 'entry-path' }),
  size: byteCount,
  sha256: sha256Hex,
});

const fields = z.strictObject({
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
  /** The last bundle to these recipients that an `update` builds on; null for other kinds. */
  base: z.strictObject({ sequence: positiveInteger, sha256: sha256Hex }).nullable(),
  /** What a `share` is lent for, in the sender's words, and until when; null for other kinds. */
  purpose: signedLine.min(1).nullable(),
  until: calendarDate.nullable(),
  /** How the contacts of a `handover` change hands (shared/model/entrustment.ts); else null. */
  verb: z.enum(['assign', 'transfer']).nullable(),
  /** The day by which the sender hopes for an answer to what is offered; null if they named none. */
  answerBy: calendarDate.nullable(),
  /** Null only for kinds that tell of no contact. */
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
});
/** The only kind that was ever written in version 1, which had nothing but records. */
const firstVersionFields = fields
  .omit({ base: true, purpose: true, until: true, verb: true, answerBy: true })
  .extend({ version: z.literal(1), kind: z.literal('handover') });

/** As version 2 has it; what version 1 had not is null. */
export type Manifest = Omit<z.infer<typeof fields>, 'version'> & { readonly version: 1 | 2 };

/** Encodes as RFC 8785. A manifest that a reader would refuse is a fault: it throws. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const parsed = fields.safeParse(manifest);
  if (!parsed.success) throw new TypeError(`manifest refused: ${firstIssue(parsed.error)}`);
  const [broken] = brokenRules(parsed.data);
  if (broken !== undefined) throw new TypeError(`manifest refused: ${broken}`);
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
  const manifest = version === 1 ? ofFirstVersion(json.value) : fields.safeParse(json.value).data;
  if (manifest === undefined || brokenRules(manifest).length > 0) {
    return malformed('manifest-schema');
  }
  return ok(manifest);
}

function ofFirstVersion(json: JsonValue): Manifest | undefined {
  const { data } = firstVersionFields.safeParse(json);
  return data && { ...data, base: null, purpose: null, until: null, verb: null, answerBy: null };
}

/** Rules that join several fields. */
function brokenRules(manifest: Manifest): string[] {
  const broken = [...brokenKindRules(manifest), ...brokenEntryRules(manifest)];
  const recipients = manifest.recipients.map((recipient) => recipient.ageRecipient);
  if (new Set(recipients).size !== recipients.length) broken.push('recipient-twice');
  return broken;
}

/** What goes with one kind only, and with that one always. */
function brokenKindRules(manifest: Manifest): string[] {
  const { kind, version, sequence, previousBundle, base } = manifest;
  const rules = KIND_RULES[kind];
  const paths = manifest.entries.map(({ path }) => path);
  const changes = manifest.entries.find(({ path }) => path === CHANGES_PATH);
  const holds: Readonly<Record<string, boolean>> = {
    'previous-bundle': (sequence === 1) === (previousBundle === null),
    'consent-scope': rules.consentScope === (manifest.consentScope !== null),
    lent: rules.lent === (manifest.purpose !== null) && rules.lent === (manifest.until !== null),
    // Version 1 said of no handover how it was meant.
    verb: version === 1 || rules.verb === (manifest.verb !== null),
    'answer-by': rules.offers || manifest.answerBy === null,
    base: rules.base === (base !== null) && (base === null || base.sequence < sequence),
    'base-is-previous':
      base === null || base.sequence !== sequence - 1 || base.sha256 === previousBundle,
    document: rules.document === paths.includes(DOCUMENT_PATH),
    brief: (rules.brief && version > 1) || !paths.includes(BRIEF_PATH),
    records: rules.records || (changes?.size === 0 && !paths.some(isAttachmentPath)),
  };
  return Object.keys(holds).filter((rule) => holds[rule] === false);
}

function brokenEntryRules({ entries }: Manifest): string[] {
  const broken: string[] = [];
  if (entries[0]?.path !== CHANGES_PATH) broken.push('entries-order');
  entries.forEach(({ path, sha256 }, i) => {
    const before = entries[i - 1]?.path ?? null;
    if (before !== null && (placeInArchive(path) ?? '') <= (placeInArchive(before) ?? '')) {
      broken.push('entries-order');
    }
    if (isAttachmentPath(path) && path !== attachmentPath(sha256)) broken.push('entry-name');
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
