import { setImmediate } from 'node:timers/promises';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { CHANGES_PATH, readContents, readPreamble, type Contents } from './archive.ts';
import { malformed, type OpenBundleFailure } from './bundle-failure.ts';
import { BundledAttachments } from './bundled-attachments.ts';
import { SourceGone, type ByteSource } from './byte-source.ts';
import { readChangeSets, RecordCounter, type BundleChangeSet } from './changes.ts';
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
  const { changes, attachments } = verified.value;
  const changeSets = await parseChanges(changes, manifest.value, options, limits);
  if (!changeSets.ok) return changeSets;
  return ok({
    manifest: manifest.value,
    changeSets: changeSets.value,
    attachments,
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

type Verified = { readonly changes: Uint8Array; readonly attachments: BundledAttachments };

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
  const present = new Map([[CHANGES_PATH, contents.changes], ...contents.attachments]);
  const attachments = new BundledAttachments(archive, contents.attachments, heldBytes);
  const total = manifest.entries.reduce((sum, { size }) => sum + size, 0);
  let changes: Uint8Array = new Uint8Array(0);
  let done = 0;
  if (present.size !== manifest.entries.length) return fail({ kind: 'bundle-altered' });
  let before: Promise<boolean> = Promise.resolve(true);
  for (const { path, size, sha256 } of manifest.entries) {
    const span = present.get(path);
    if (span?.size !== size) return fail({ kind: 'bundle-altered' });
    const bytes = await archive.read(span.at, size);
    if (!(await before)) return fail({ kind: 'bundle-altered' });
    before = sha256Of(bytes).then((found) => found === sha256);
    if (path === CHANGES_PATH) changes = bytes;
    else attachments.hold(sha256, bytes);
    done += size;
    options.onProgress?.('verify', done, total);
    await setImmediate();
    if (options.signal?.aborted === true) return fail({ kind: 'cancelled' });
  }
  return (await before) ? ok({ changes, attachments }) : fail({ kind: 'bundle-altered' });
}

async function parseChanges(
  file: Uint8Array,
  manifest: Manifest,
  options: OpenBundleOptions,
  limits: BundleLimits,
): Promise<Outcome<readonly BundleChangeSet[], OpenBundleFailure>> {
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
