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
import { sha256Of } from './sha256.ts';
import { checkSignature, encodeSignature, type ManifestSigner } from './signature.ts';
import { streamHash } from './stream-hash.ts';

/** What the exporter decides; the rest of the manifest follows from the contents. */
export type ManifestDraft = Omit<Manifest, 'format' | 'version' | 'counts' | 'entries'>;

export type BundleAttachment = {
  readonly sha256: string;
  readonly size: number;
  /** Called once, when its turn comes to be sealed. */
  readonly read: () => Uint8Array;
};

export type WriteBundleInput = {
  readonly manifest: ManifestDraft;
  readonly changeSets: Iterable<BundleChangeSet> | AsyncIterable<BundleChangeSet>;
  readonly attachments: Iterable<BundleAttachment>;
  /** Signs with the key whose public half is `manifest.sender.signingKey`. */
  readonly sign: ManifestSigner;
  /**
   * Takes the ciphertext, the only form in which a bundle may reach a disk, part by part. A part
   * may be overwritten once the promise is kept.
   */
  readonly write: (part: Uint8Array) => Promise<void>;
  readonly limits?: BundleLimits;
  readonly signal?: AbortSignal;
  /** Told the plaintext bytes sealed so far, and their total. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
};

export type WrittenBundle = {
  /** SHA-256 of the ciphertext: the `previousBundle` of the next one to these recipients. */
  readonly sha256: string;
  readonly size: number;
  readonly manifest: Manifest;
};

export type WriteBundleFailure = FailureOf<'bundle-too-large' | 'cancelled'>;

/**
 * Makes a bundle for `manifest.recipients`, and for no one else. Gives `bundle-too-large` where a
 * reader would refuse its size. Contents that a reader would refuse, an attachment whose hash is
 * not its name, or a signature that does not verify are faults of the caller and throw. In either
 * case part of it may have been written.
 *
 * The manifest stands first in the archive and names the hash of everything behind it, so the
 * change sets are gathered in memory before the first byte is sealed. Attachments have their hash
 * for a name: of them only the one that is being sealed is held.
 */
export async function writeBundle(
  input: WriteBundleInput,
): Promise<Outcome<WrittenBundle, WriteBundleFailure>> {
  const limits = input.limits ?? BUNDLE_LIMITS;
  const gathered = await gatherChanges(input, limits);
  if (!gathered.ok) return gathered;
  const { changes, counts } = gathered.value;
  const attachments = [...input.attachments].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  if (attachments.some(({ size }) => size > limits.attachmentBytes)) return tooLarge('entry');
  if (attachments.length + 3 > limits.entries) return tooLarge('entries');

  const manifest: Manifest = {
    ...input.manifest,
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    counts,
    entries: [
      { path: CHANGES_PATH, size: changes.length, sha256: await sha256Of(changes) },
      ...attachments.map(({ sha256, size }) => ({ path: attachmentPath(sha256), size, sha256 })),
    ],
  };
  const manifestBytes = encodeManifest(manifest);
  if (manifestBytes.length > limits.manifestBytes) return tooLarge('entry');
  const signature = encodeSignature(await input.sign(manifestBytes));
  if (!checkSignature(manifestBytes, signature, manifest.sender.signingKey).ok) {
    throw new TypeError('the signer does not hold the key that the manifest names');
  }
  const sizes = [manifestBytes, signature, ...manifest.entries].map(sizeOf);
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.unpackedBytes) {
    return tooLarge('unpacked');
  }

  async function* entries(): AsyncGenerator<ArchiveEntry> {
    yield { path: MANIFEST_PATH, bytes: manifestBytes };
    yield { path: SIGNATURE_PATH, bytes: signature };
    yield { path: CHANGES_PATH, bytes: changes };
    for (const { sha256, size, read } of attachments) {
      const bytes = read();
      const found = sha256Of(bytes);
      yield { path: attachmentPath(sha256), bytes };
      // Hashed beside the encryption. The name is signed for: what was sealed must be what it says.
      if (bytes.length !== size || (await found) !== sha256) {
        throw new TypeError('attachment refused: not its hash');
      }
    }
  }
  return sealEntries(entries(), archiveBytes(sizes), manifest, input, limits);
}

async function sealEntries(
  entries: AsyncIterable<ArchiveEntry>,
  totalBytes: number,
  manifest: Manifest,
  input: WriteBundleInput,
  limits: BundleLimits,
): Promise<Outcome<WrittenBundle, WriteBundleFailure>> {
  const recipients = manifest.recipients.map((recipient) => recipient.ageRecipient);
  const hash = streamHash(totalBytes);
  let size = 0;
  // One part is written while the next is made.
  let writing = Promise.resolve();
  try {
    for await (const part of seal(writeArchive(entries), recipients)) {
      await hash.update(part);
      await writing;
      if (input.signal?.aborted === true) return fail({ kind: 'cancelled' });
      size += part.length;
      if (size > limits.fileBytes) return tooLarge('file');
      input.onProgress?.(Math.min(size, totalBytes), totalBytes);
      writing = input.write(part);
      // It is waited for in a moment; till then its failure is not one that nobody handles.
      writing.catch(() => undefined);
    }
    await writing;
    return ok({ sha256: await hash.digest(), size, manifest });
  } finally {
    await Promise.allSettled([writing, hash.close()]);
  }
}

type GatheredChanges = { readonly changes: Uint8Array; readonly counts: Manifest['counts'] };

async function gatherChanges(
  input: WriteBundleInput,
  limits: BundleLimits,
): Promise<Outcome<GatheredChanges, WriteBundleFailure>> {
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
  return ok({ changes: Buffer.concat(lines), counts: counter.counts() });
}

function sizeOf(entry: Uint8Array | { readonly size: number }): number {
  return 'size' in entry ? entry.size : entry.length;
}
