import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { STREAM_CHUNK_BYTES } from './age-stream.ts';
import { malformed, tooLarge } from './bundle-failure.ts';
import { BUNDLE_LIMITS, type BundleLimits } from './limits.ts';

export const MANIFEST_PATH = 'manifest.json';
export const SIGNATURE_PATH = 'manifest.sig';
export const CHANGES_PATH = 'changes.ndjson';
const ATTACHMENT_PATH = /^attachments\/[0-9a-f]{64}$/u;

const BLOCK_BYTES = 512;
/** Two blocks of zeros end a tar (POSIX.1-1988, ustar). */
const END_BYTES = 2 * BLOCK_BYTES;

export type ArchiveEntry = { readonly path: string; readonly bytes: Uint8Array };
export type ArchiveFailure = FailureOf<'bundle-malformed' | 'bundle-too-large' | 'bundle-unsigned'>;

/** An archive that is read where it lies; it is never held whole. */
export interface ReadableArchive {
  readonly size: number;
  /** The bytes from `at` on, fewer where the archive ends before. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** The same piece by piece; one may be overwritten when the next but one is asked for. */
  pieces(at: number, length: number): AsyncIterable<Uint8Array>;
}

/** Where the bytes of an entry lie in the archive. */
export type Span = { readonly at: number; readonly size: number };

export type Preamble = {
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
  /** Where the entry after the signature begins. */
  readonly next: number;
};
export type Contents = {
  readonly changes: Span;
  /** By path, in the archive's order. */
  readonly attachments: ReadonlyMap<string, Span>;
};

export function attachmentPath(sha256: string): string {
  return `attachments/${sha256}`;
}

/**
 * Writes entries as a ustar archive in the one form that the reader accepts, and pads it with
 * zeros to whole STREAM chunks. The padding hides the exact size and lets a reader tell a cut file
 * from an altered one (unseal.ts); tar programs ignore zeros after the end.
 */
export async function* writeArchive(
  entries: Iterable<ArchiveEntry> | AsyncIterable<ArchiveEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let written = 0;
  for await (const { path, bytes } of entries) {
    const padding = roundUp(bytes.length, BLOCK_BYTES) - bytes.length;
    yield ustarHeader(path, bytes.length);
    yield bytes;
    yield new Uint8Array(padding);
    written += BLOCK_BYTES + bytes.length + padding;
  }
  yield new Uint8Array(roundUp(written + END_BYTES, STREAM_CHUNK_BYTES) - written);
}

/** Size of the archive that `writeArchive` makes of entries of these sizes. */
export function archiveBytes(entrySizes: Iterable<number>): number {
  let total = END_BYTES;
  for (const size of entrySizes) total += BLOCK_BYTES + roundUp(size, BLOCK_BYTES);
  return roundUp(total, STREAM_CHUNK_BYTES);
}

/** Reads the manifest and its signature, and nothing behind them. */
export async function readPreamble(
  archive: ReadableArchive,
  limits: BundleLimits = BUNDLE_LIMITS,
): Promise<Outcome<Preamble, ArchiveFailure>> {
  const manifest = await readEntry(archive, 0, limits);
  if (!manifest.ok) return manifest;
  if (manifest.value?.path !== MANIFEST_PATH) return malformed('archive-order');
  const signature = await readEntry(archive, manifest.value.next, limits);
  if (!signature.ok) return signature;
  if (signature.value?.path !== SIGNATURE_PATH || signature.value.size === 0) {
    return fail({ kind: 'bundle-unsigned' });
  }
  return ok({
    manifest: await archive.read(manifest.value.at, manifest.value.size),
    signature: await archive.read(signature.value.at, signature.value.size),
    next: signature.value.next,
  });
}

/** Finds everything after the preamble up to and including the end of the archive. */
export async function readContents(
  archive: ReadableArchive,
  preamble: Preamble,
  limits: BundleLimits = BUNDLE_LIMITS,
): Promise<Outcome<Contents, ArchiveFailure>> {
  const changes = await readEntry(archive, preamble.next, limits);
  if (!changes.ok) return changes;
  if (changes.value?.path !== CHANGES_PATH) return malformed('archive-order');
  const attachments = new Map<string, Span>();
  let unpacked = preamble.manifest.length + preamble.signature.length + changes.value.size;
  let offset = changes.value.next;
  let lastPath = '';
  for (;;) {
    if (unpacked > limits.unpackedBytes) return tooLarge('unpacked');
    const read = await readEntry(archive, offset, limits);
    if (!read.ok) return read;
    if (read.value === null) break;
    const { path, at, size, next } = read.value;
    if (attachments.has(path)) return malformed('archive-duplicate');
    // Strictly ascending paths: with one order there is one archive for one content.
    if (!ATTACHMENT_PATH.test(path) || path <= lastPath) return malformed('archive-order');
    if (attachments.size + 3 >= limits.entries) return tooLarge('entries');
    attachments.set(path, { at, size });
    unpacked += size;
    lastPath = path;
    offset = next;
  }
  const end = await checkEnd(archive, offset);
  const { at, size } = changes.value;
  return end.ok ? ok({ changes: { at, size }, attachments }) : end;
}

type EntryRead = Span & { readonly path: string; readonly next: number };

/**
 * Finds one entry, or null at the first of the two closing blocks.
 *
 * A header is not interpreted but compared: it must equal, byte for byte, the header that the
 * writer makes for this name and size. So links, folders, devices, pax and GNU extensions, other
 * owners, modes or dates, base-256 sizes and wrong checksums are all refused, and no two tar
 * programs can see two different archives in it.
 */
async function readEntry(
  archive: ReadableArchive,
  offset: number,
  limits: BundleLimits,
): Promise<Outcome<EntryRead | null, FailureOf<'bundle-malformed' | 'bundle-too-large'>>> {
  const header = await archive.read(offset, BLOCK_BYTES);
  if (header.length < BLOCK_BYTES) return malformed('archive-cut-short');
  if (isZero(header)) return ok(null);
  if (header[TYPE_OFFSET] !== TYPE_FILE) return malformed('archive-not-a-plain-file');
  const path = textUntilNul(header.subarray(0, 100));
  const limit = entryLimit(path, limits);
  if (limit === null) return malformed('archive-name');
  const digits = textUntilNul(header.subarray(SIZE_OFFSET, SIZE_OFFSET + 12));
  if (!/^[0-7]{11} $/u.test(digits)) return malformed('archive-header');
  const size = Number.parseInt(digits, 8);
  if (Buffer.compare(header, ustarHeader(path, size)) !== 0) return malformed('archive-header');
  if (size > limit.bytes) return tooLarge(limit.name);
  const at = offset + BLOCK_BYTES;
  const next = at + roundUp(size, BLOCK_BYTES);
  if (next > archive.size) return malformed('archive-cut-short');
  const padding = await archive.read(at + size, next - at - size);
  return isZero(padding) ? ok({ path, at, size, next }) : malformed('archive-padding');
}

function entryLimit(
  path: string,
  limits: BundleLimits,
): { readonly bytes: number; readonly name: 'entry' | 'changes' } | null {
  if (path === MANIFEST_PATH) return { bytes: limits.manifestBytes, name: 'entry' };
  if (path === SIGNATURE_PATH) return { bytes: limits.signatureBytes, name: 'entry' };
  if (path === CHANGES_PATH) return { bytes: limits.changesBytes, name: 'changes' };
  return ATTACHMENT_PATH.test(path) ? { bytes: limits.attachmentBytes, name: 'entry' } : null;
}

async function checkEnd(
  archive: ReadableArchive,
  offset: number,
): Promise<Outcome<null, FailureOf<'bundle-malformed'>>> {
  if (archive.size < offset + END_BYTES) return malformed('archive-cut-short');
  for await (const piece of archive.pieces(offset, archive.size - offset)) {
    if (!isZero(piece)) return malformed('archive-trailing-data');
  }
  return archive.size === roundUp(offset + END_BYTES, STREAM_CHUNK_BYTES)
    ? ok(null)
    : malformed('archive-length');
}

const SIZE_OFFSET = 124;
const CHECKSUM_OFFSET = 148;
const TYPE_OFFSET = 156;
const TYPE_FILE = 0x30;

/** The header block (POSIX ustar) of a plain file: mode 0600, of nobody, without a date. */
export function ustarHeader(path: string, size: number): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  const put = (text: string, offset: number): void => {
    block.set(new TextEncoder().encode(text), offset);
  };
  put(path, 0);
  put('000600 ', 100);
  put('000000 ', 108);
  put('000000 ', 116);
  put(`${size.toString(8).padStart(11, '0')} `, SIZE_OFFSET);
  put('00000000000 ', 136);
  put('        ', CHECKSUM_OFFSET);
  block[TYPE_OFFSET] = TYPE_FILE;
  put('ustar\u000000', 257);
  put('000000 ', 329);
  put('000000 ', 337);
  let sum = 0;
  for (const byte of block) sum += byte;
  put(`${sum.toString(8).padStart(6, '0')} \u0000`, CHECKSUM_OFFSET);
  return block;
}

function textUntilNul(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(field.subarray(0, end === -1 ? field.length : end)).toString('latin1');
}

function isZero(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}

function roundUp(size: number, unit: number): number {
  return Math.ceil(size / unit) * unit;
}
