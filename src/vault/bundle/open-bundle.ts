import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { CHANGES_PATH, readContents, readPreamble, type Contents } from './archive.ts';
import { malformed, type OpenBundleFailure } from './bundle-failure.ts';
import { readChangeSets, RecordCounter, type BundleChangeSet } from './changes.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { unseal } from './seal.ts';
import { checkSignature } from './signature.ts';

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
  /** By SHA-256 in hex. Views into the decrypted archive: copy what outlives the bundle. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of the file, to see a replay and to check the next bundle's `previousBundle`. */
  readonly bundleSha256: string;
};

/** Change sets parsed before other calls get a turn. */
const CHANGE_SETS_PER_TURN = 200;

/**
 * Opens a bundle. Changes nothing, writes nothing, and gives either all of it or one failure; the
 * order of the checks is that of docs/bundle-format.md.
 */
export async function openBundle(
  file: Uint8Array,
  options: OpenBundleOptions,
): Promise<Outcome<OpenedBundle, OpenBundleFailure>> {
  const limits = options.limits ?? BUNDLE_LIMITS;
  const { onProgress, signal } = options;
  const archive = await unseal(file, {
    identities: options.identities,
    limits,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done, total) => onProgress?.('decrypt', done, total),
  });
  if (!archive.ok) return archive;

  const preamble = readPreamble(archive.value, limits);
  if (!preamble.ok) return preamble;
  const manifest = parseManifest(preamble.value.manifest, limits);
  if (!manifest.ok) return manifest;
  const { signingKey } = manifest.value.sender;
  const signed = checkSignature(preamble.value.manifest, preamble.value.signature, signingKey);
  if (!signed.ok) return signed;
  if (!isAddressedToUs(manifest.value, options.ownRecipients)) {
    return fail({ kind: 'bundle-re-addressed' });
  }
  const contents = readContents(archive.value, preamble.value, limits);
  if (!contents.ok) return contents;
  const verified = await verifyEntries(manifest.value, contents.value, options);
  if (!verified.ok) return verified;
  const changeSets = await parseChanges(contents.value.changes, manifest.value, options, limits);
  if (!changeSets.ok) return changeSets;

  const attachments = new Map<string, Uint8Array>();
  for (const [path, bytes] of contents.value.attachments) {
    attachments.set(path.slice(path.indexOf('/') + 1), bytes);
  }
  return ok({
    manifest: manifest.value,
    changeSets: changeSets.value,
    attachments,
    bundleSha256: sha256HexOf(file),
  });
}

/**
 * Age does not say who encrypted, so whoever could open a bundle could seal its signed contents
 * again to someone else. The signed list of recipients shows it.
 */
function isAddressedToUs(manifest: Manifest, ownRecipients: readonly string[]): boolean {
  return manifest.recipients.some(({ ageRecipient }) => ownRecipients.includes(ageRecipient));
}

/** Every entry is listed, every listed entry is there, each with the size and hash signed for. */
async function verifyEntries(
  manifest: Manifest,
  contents: Contents,
  options: OpenBundleOptions,
): Promise<Outcome<null, FailureOf<'bundle-altered' | 'cancelled'>>> {
  const present = new Map([[CHANGES_PATH, contents.changes], ...contents.attachments]);
  const total = manifest.entries.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  if (present.size !== manifest.entries.length) return fail({ kind: 'bundle-altered' });
  for (const { path, size, sha256 } of manifest.entries) {
    const bytes = present.get(path);
    if (bytes?.length !== size || sha256HexOf(bytes) !== sha256) {
      return fail({ kind: 'bundle-altered' });
    }
    done += size;
    options.onProgress?.('verify', done, total);
    await setImmediate();
    if (options.signal?.aborted === true) return fail({ kind: 'cancelled' });
  }
  return ok(null);
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

function sha256HexOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
