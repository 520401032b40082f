import { createHash } from 'node:crypto';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import {
  archiveBytes,
  attachmentPath,
  CHANGES_PATH,
  MANIFEST_PATH,
  SIGNATURE_PATH,
  writeArchive,
  type ArchiveEntry,
} from './archive.ts';
import { tooLarge } from './bundle-failure.ts';
import { encodeChangeSet, RecordCounter, type BundleChangeSet } from './changes.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION, encodeManifest, type Manifest } from './manifest.ts';
import { seal } from './seal.ts';
import { checkSignature, encodeSignature, type ManifestSigner } from './signature.ts';

/** What the exporter decides; the rest of the manifest follows from the contents. */
export type ManifestDraft = Omit<Manifest, 'format' | 'version' | 'counts' | 'entries'>;

export type BundleAttachment = { readonly sha256: string; readonly bytes: Uint8Array };

export type WriteBundleInput = {
  readonly manifest: ManifestDraft;
  readonly changeSets: Iterable<BundleChangeSet> | AsyncIterable<BundleChangeSet>;
  readonly attachments: Iterable<BundleAttachment> | AsyncIterable<BundleAttachment>;
  /** Signs with the key whose public half is `manifest.sender.signingKey`. */
  readonly sign: ManifestSigner;
  readonly limits?: BundleLimits;
  readonly signal?: AbortSignal;
  /** Told the plaintext bytes sealed so far, and their total. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
};

export type WrittenBundle = {
  /** The ciphertext: the only form in which a bundle may reach a disk. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`: the `previousBundle` of the next one to these recipients. */
  readonly sha256: string;
  readonly size: number;
  readonly manifest: Manifest;
};

export type WriteBundleFailure = FailureOf<'bundle-too-large' | 'cancelled'>;

/**
 * Makes a bundle for `manifest.recipients`, and for no one else. Gives `bundle-too-large` where a
 * reader would refuse its size. Contents that a reader would refuse, an attachment whose hash is
 * not its name, or a signature that does not verify are faults of the caller and throw.
 *
 * The manifest stands first in the archive and names the hash of everything behind it, so the
 * contents are gathered in memory before the first byte is sealed.
 */
export async function writeBundle(
  input: WriteBundleInput,
): Promise<Outcome<WrittenBundle, WriteBundleFailure>> {
  const limits = input.limits ?? BUNDLE_LIMITS;
  const contents = await gatherContents(input, limits);
  if (!contents.ok) return contents;
  const { entries, counts } = contents.value;

  const manifest: Manifest = {
    ...input.manifest,
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    counts,
    entries: entries.map(({ path, bytes }) => ({
      path,
      size: bytes.length,
      sha256: sha256HexOf(bytes),
    })),
  };
  const manifestBytes = encodeManifest(manifest);
  if (manifestBytes.length > limits.manifestBytes) return tooLarge('entry');
  const signature = encodeSignature(await input.sign(manifestBytes));
  if (!checkSignature(manifestBytes, signature, manifest.sender.signingKey).ok) {
    throw new TypeError('the signer does not hold the key that the manifest names');
  }

  const all: ArchiveEntry[] = [
    { path: MANIFEST_PATH, bytes: manifestBytes },
    { path: SIGNATURE_PATH, bytes: signature },
    ...entries,
  ];
  const unpacked = all.reduce((total, { bytes }) => total + bytes.length, 0);
  if (unpacked > limits.unpackedBytes) return tooLarge('unpacked');
  return sealEntries(all, manifest, input, limits);
}

async function sealEntries(
  entries: readonly ArchiveEntry[],
  manifest: Manifest,
  input: WriteBundleInput,
  limits: BundleLimits,
): Promise<Outcome<WrittenBundle, WriteBundleFailure>> {
  const totalBytes = archiveBytes(entries.map(({ bytes }) => bytes.length));
  const recipients = manifest.recipients.map((recipient) => recipient.ageRecipient);
  const hash = createHash('sha256');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of seal(writeArchive(entries), recipients)) {
    if (input.signal?.aborted === true) return fail({ kind: 'cancelled' });
    hash.update(part);
    parts.push(part);
    size += part.length;
    if (size > limits.fileBytes) return tooLarge('file');
    input.onProgress?.(Math.min(size, totalBytes), totalBytes);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return ok({ bytes, sha256: hash.digest('hex'), size, manifest });
}

type Gathered = { readonly entries: ArchiveEntry[]; readonly counts: Manifest['counts'] };

async function gatherContents(
  input: WriteBundleInput,
  limits: BundleLimits,
): Promise<Outcome<Gathered, WriteBundleFailure>> {
  const lines: Uint8Array[] = [];
  const counter = new RecordCounter();
  const ids = new Set<string>();
  let changesBytes = 0;
  for await (const changeSet of input.changeSets) {
    if (input.signal?.aborted === true) return fail({ kind: 'cancelled' });
    if (ids.has(changeSet.id)) throw new TypeError('change set refused: changes-id-twice');
    ids.add(changeSet.id);
    const line = encodeChangeSet(changeSet, limits);
    changesBytes += line.length;
    if (changesBytes > limits.changesBytes || ids.size > limits.changeSets) {
      return tooLarge('changes');
    }
    lines.push(line);
    counter.add(changeSet);
  }

  const attachments: ArchiveEntry[] = [];
  let attachmentBytes = 0;
  for await (const { sha256, bytes } of input.attachments) {
    if (input.signal?.aborted === true) return fail({ kind: 'cancelled' });
    if (sha256HexOf(bytes) !== sha256) throw new TypeError('attachment refused: not its hash');
    if (bytes.length > limits.attachmentBytes) return tooLarge('entry');
    attachmentBytes += bytes.length;
    if (changesBytes + attachmentBytes > limits.unpackedBytes) return tooLarge('unpacked');
    attachments.push({ path: attachmentPath(sha256), bytes });
    if (attachments.length + 3 > limits.entries) return tooLarge('entries');
  }
  attachments.sort((a, b) => (a.path < b.path ? -1 : 1));
  const changes = { path: CHANGES_PATH, bytes: Buffer.concat(lines) };
  return ok({ entries: [changes, ...attachments], counts: counter.counts() });
}

function sha256HexOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
