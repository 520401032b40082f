import { setImmediate } from 'node:timers/promises';
import type { FailureOf } from '../../shared/contract/failure.ts';
import type { BundleDocument } from '../../shared/model/documents/bundle-document.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import {
  BRIEF_PATH,
  CHANGES_PATH,
  DOCUMENT_PATH,
  isAttachmentPath,
  readContents,
  readPreamble,
  type Contents,
} from './archive.ts';
import { parseBrief } from './brief.ts';
import { malformed, type OpenBundleFailure } from './bundle-failure.ts';
import { BundledAttachments } from './bundled-attachments.ts';
import { SourceGone, type ByteSource } from './byte-source.ts';
import { readChangeSets, RecordCounter, type BundleChangeSet } from './changes.ts';
import { parseDocument } from './document.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import type { Plaintext } from './plaintext.ts';
import { sha256Of } from './sha256.ts';
import { checkSignature } from './signature.ts';
import { unseal } from './unseal.ts';

export type OpenBundleStage = 'decrypt' | 'verify' | 'parse';

export type OpenBundleOptions = {
  /** Our secret age keys. */
  readonly identities: readonly string[];
  /** Our public age recipients: one of them must be among those that the sender signed. */
  readonly ownRecipients: readonly string[];
  readonly limits?: BundleLimits;
  readonly signal?: AbortSignal;
  /** Told the bytes done and their total, stage by stage. */
  readonly onProgress?: (stage: OpenBundleStage, doneBytes: number, totalBytes: number) => void;
};

/**
 * A bundle that is whole, meant for us and signed by the key its manifest names. That this key is
 * an officer we know and have verified is not said here: the caller looks it up.
 */
export type OpenedBundle = {
  readonly manifest: Manifest;
  readonly changeSets: readonly BundleChangeSet[];
  readonly attachments: BundledAttachments;
  /** Of the kinds that are a document; null for the others. */
  readonly document: BundleDocument | null;
  /** The successor's brief as the sender wrote it: HTML of a stranger, to be shown inert. */
  readonly brief: string | null;
  /** SHA-256 of the file, to see a replay and to check the next bundle's `previousBundle`. */
  readonly bundleSha256: string;
};

/** Change sets parsed before other calls get a turn. */
const CHANGE_SETS_PER_TURN = 200;

/**
 * Opens a bundle. Changes nothing, writes nothing, and gives either all of it or one failure; the
 * order of the checks is that of docs/bundle-format.md. The file is read three times: to its end
 * before a byte of it is decrypted, for the names in the archive, and for what they hold.
 */
export async function openBundle(
  file: ByteSource,
  options: OpenBundleOptions,
): Promise<Outcome<OpenedBundle, OpenBundleFailure>> {
  try {
    return await openReadable(file, options);
  } catch (error) {
    if (error instanceof SourceGone) return fail({ kind: 'file-unreadable' });
    throw error;
  }
}

async function openReadable(
  file: ByteSource,
  options: OpenBundleOptions,
): Promise<Outcome<OpenedBundle, OpenBundleFailure>> {
  const limits = options.limits ?? BUNDLE_LIMITS;
  const { onProgress, signal } = options;
  const unsealed = await unseal(file, {
    identities: options.identities,
    limits,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done, total) => onProgress?.('decrypt', done, total),
  });
  if (!unsealed.ok) return unsealed;
  const archive = unsealed.value.plaintext;

  const preamble = await readPreamble(archive, limits);
  if (!preamble.ok) return preamble;
  const manifest = parseManifest(preamble.value.manifest, limits);
  if (!manifest.ok) return manifest;
  const { signingKey } = manifest.value.sender;
  const signed = checkSignature(preamble.value.manifest, preamble.value.signature, signingKey);
  if (!signed.ok) return signed;
  if (!isAddressedToUs(manifest.value, options.ownRecipients)) {
    return fail({ kind: 'bundle-re-addressed' });
  }
  const contents = await readContents(archive, preamble.value, limits);
  if (!contents.ok) return contents;
  const verified = await verifyEntries(archive, manifest.value, contents.value, options);
  if (!verified.ok) return verified;
  const { named, attachments } = verified.value;
  const changeSets = await parseChanges(named, manifest.value, options, limits);
  if (!changeSets.ok) return changeSets;
  const document = documentIn(named, manifest.value, limits);
  if (!document.ok) return document;
  const brief = briefIn(named);
  if (!brief.ok) return brief;
  return ok({
    manifest: manifest.value,
    changeSets: changeSets.value,
    attachments,
    document: document.value,
    brief: brief.value,
    bundleSha256: unsealed.value.sha256,
  });
}

/**
 * Age does not say who encrypted, so whoever could open a bundle could seal its signed contents
 * again to someone else. The signed list of recipients shows it.
 */
function isAddressedToUs(manifest: Manifest, ownRecipients: readonly string[]): boolean {
  return manifest.recipients.some(({ ageRecipient }) => ownRecipients.includes(ageRecipient));
}

/** What stands before the attachments, by path. */
type Named = ReadonlyMap<string, Uint8Array>;
type Verified = { readonly named: Named; readonly attachments: BundledAttachments };

/**
 * Every entry is listed, every listed entry is there, each with the size and hash signed for. One
 * entry is hashed while the next is decrypted, so no more than two are in memory.
 */
async function verifyEntries(
  archive: Plaintext,
  manifest: Manifest,
  contents: Contents,
  options: OpenBundleOptions,
): Promise<Outcome<Verified, FailureOf<'bundle-altered' | 'cancelled'>>> {
  const { heldBytes } = options.limits ?? BUNDLE_LIMITS;
  const files = new Map([...contents].filter(([path]) => isAttachmentPath(path)));
  const attachments = new BundledAttachments(archive, files, heldBytes);
  const named = new Map<string, Uint8Array>();
  const total = manifest.entries.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  if (contents.size !== manifest.entries.length) return fail({ kind: 'bundle-altered' });
  let before: Promise<boolean> = Promise.resolve(true);
  for (const { path, size, sha256 } of manifest.entries) {
    const span = contents.get(path);
    if (span?.size !== size) return fail({ kind: 'bundle-altered' });
    const bytes = await archive.read(span.at, size);
    if (!(await before)) return fail({ kind: 'bundle-altered' });
    before = sha256Of(bytes).then((found) => found === sha256);
    if (isAttachmentPath(path)) attachments.hold(sha256, bytes);
    else named.set(path, bytes);
    done += size;
    options.onProgress?.('verify', done, total);
    await setImmediate();
    if (options.signal?.aborted === true) return fail({ kind: 'cancelled' });
  }
  return (await before) ? ok({ named, attachments }) : fail({ kind: 'bundle-altered' });
}

function documentIn(
  named: Named,
  { kind }: Manifest,
  limits: BundleLimits,
): Outcome<BundleDocument | null, FailureOf<'bundle-malformed'>> {
  const bytes = named.get(DOCUMENT_PATH);
  // That it is there for its kinds, and only for them, the manifest's rules have seen to.
  return bytes === undefined ? ok(null) : parseDocument(kind, bytes, limits.jsonDepth);
}

function briefIn(named: Named): Outcome<string | null, FailureOf<'bundle-malformed'>> {
  const bytes = named.get(BRIEF_PATH);
  return bytes === undefined ? ok(null) : parseBrief(bytes);
}

async function parseChanges(
  named: Named,
  manifest: Manifest,
  options: OpenBundleOptions,
  limits: BundleLimits,
): Promise<Outcome<readonly BundleChangeSet[], OpenBundleFailure>> {
  const file = named.get(CHANGES_PATH) ?? new Uint8Array(0);
  const changeSets: BundleChangeSet[] = [];
  const counter = new RecordCounter();
  for (const read of readChangeSets(file, limits)) {
    if (!read.ok) return read;
    changeSets.push(read.value);
    counter.add(read.value);
    if (changeSets.length % CHANGE_SETS_PER_TURN === 0) {
      await setImmediate();
      if (options.signal?.aborted === true) return fail({ kind: 'cancelled' });
    }
  }
  options.onProgress?.('parse', file.length, file.length);
  return sameCounts(counter.counts(), manifest.counts) ? ok(changeSets) : malformed('counts');
}

function sameCounts(found: Manifest['counts'], signed: Manifest['counts']): boolean {
  const types = new Set([...Object.keys(found), ...Object.keys(signed)]) as Set<
    keyof Manifest['counts']
  >;
  return [...types].every((type) => found[type] === signed[type]);
}
