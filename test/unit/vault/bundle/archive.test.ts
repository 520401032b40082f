import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import {
  archiveBytes,
  readContents,
  readPreamble,
  ustarHeader,
  writeArchive,
  type Contents,
  type ReadableArchive,
  type Span,
} from '../../../../src/vault/bundle/archive.ts';
import { BUNDLE_LIMITS } from '../../../../src/vault/bundle/limits.ts';
import { attachment, collect, packArchive } from './bundle-kit.ts';

const CHUNK = 65_536;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const photo = attachment('photo');
const scan = attachment('scan');
const photos = [photo, scan].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));

const manifest = { path: 'manifest.json', bytes: utf8('{}') };
const signature = { path: 'manifest.sig', bytes: utf8('sig') };
const changes = { path: 'changes.ndjson', bytes: utf8('{}\n') };
const files = photos.map(({ sha256, bytes }) => ({ path: `attachments/${sha256}`, bytes }));
const whole = [manifest, signature, changes, ...files];

type Raw = { readonly header: Uint8Array; readonly body?: Uint8Array };

/** Blocks exactly as given, ended and padded as a whole archive is. */
function raw(
  parts: readonly Raw[],
  options: { readonly end?: boolean; readonly tail?: Uint8Array } = {},
): Uint8Array {
  const { end = true, tail = new Uint8Array(0) } = options;
  const blocks = parts.flatMap(({ header, body = new Uint8Array(0) }) => [
    header,
    body,
    new Uint8Array((512 - (body.length % 512)) % 512),
  ]);
  if (end) blocks.push(new Uint8Array(1024));
  const used = Buffer.concat([...blocks, tail]);
  const padding = end ? (CHUNK - (used.length % CHUNK)) % CHUNK : 0;
  return Buffer.concat([used, new Uint8Array(padding)]);
}

const plain = (entry: { path: string; bytes: Uint8Array }): Raw => ({
  header: ustarHeader(entry.path, entry.bytes.length),
  body: entry.bytes,
});

/** A header with some bytes set and the checksum made right again, as an attacker would. */
function forged(path: string, size: number, edit: (header: Uint8Array) => void): Uint8Array {
  const header = ustarHeader(path, size);
  edit(header);
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(utf8(`${sum.toString(8).padStart(6, '0')}\u0000 `), 148);
  return header;
}

async function read(bytes: Uint8Array, limits = BUNDLE_LIMITS): Promise<unknown> {
  const archive = readable(bytes);
  const preamble = await readPreamble(archive, limits);
  if (!preamble.ok) return preamble.failure;
  const contents = await readContents(archive, preamble.value, limits);
  return contents.ok ? contents.value : contents.failure;
}

/** As an unsealed bundle is read, in pieces of a prime size. */
function readable(bytes: Uint8Array): ReadableArchive {
  return {
    size: bytes.length,
    read: (at, length) => Promise.resolve(bytes.slice(at, at + length)),
    async *pieces(at, length) {
      for (let from = at; from < at + length; from += 1009) {
        yield bytes.slice(from, Math.min(from + 1009, at + length));
      }
    },
  };
}

const malformed = (rule: string): unknown => ({ kind: 'bundle-malformed', rule });

describe('the archive', () => {
  it('is read back as it was written', async () => {
    const archive = await packArchive(whole);
    expect(await readPreamble(readable(archive))).toMatchObject({
      ok: true,
      value: { manifest: manifest.bytes, signature: signature.bytes },
    });
    const found = (await read(archive)) as Contents;
    const bytesAt = ({ at, size }: Span): Uint8Array => archive.slice(at, at + size);
    expect(bytesAt(found.changes)).toEqual(changes.bytes);
    expect([...found.attachments].map(([path, span]) => [path, bytesAt(span)])).toEqual(
      files.map(({ path, bytes }) => [path, bytes]),
    );
  });

  it.each([0, 1, 511, 512, 513, 70_000])(
    'of an entry of %i bytes is what tar-stream writes, and zeros to whole chunks',
    async (size) => {
      const entry = { path: `attachments/${'a'.repeat(64)}`, bytes: new Uint8Array(size).fill(1) };
      const archive = await packArchive([entry]);
      expect(Buffer.compare(archive, raw([plain(entry)]))).toBe(0);
      expect(archive.length).toBe(archiveBytes([size]));
      expect(archive.length % CHUNK).toBe(0);

      const tar = pack();
      const nobody = { mode: 0o600, uid: 0, gid: 0, mtime: new Date(0) };
      tar.entry({ ...nobody, name: entry.path, size, type: 'file' }, Buffer.from(entry.bytes));
      tar.finalize();
      const theirs = await collect(tar as AsyncIterable<Uint8Array>);
      expect(Buffer.compare(archive.subarray(0, theirs.length), theirs)).toBe(0);
    },
  );

  it('streams: an entry is asked for when the one before it is written', async () => {
    let asked = 0;
    function* entries(): Generator<(typeof whole)[number]> {
      for (const entry of whole) {
        asked++;
        yield entry;
      }
    }
    const archive = writeArchive(entries());
    for (let part = 0; part < 3; part++) await archive.next();
    expect(asked).toBe(1);
    await archive.next();
    expect(asked).toBe(2);
  });

  const link = (type: string, target = '/etc/passwd'): Uint8Array =>
    forged('changes.ndjson', 0, (header) => {
      header[156] = type.charCodeAt(0);
      header.set(utf8(target), 157);
    });
  const head = [plain(manifest), plain(signature)];

  it.each<[string, Raw]>([
    ['a hard link', { header: link('1') }],
    ['a symbolic link', { header: link('2') }],
    ['a character device', { header: link('3', '') }],
    ['a block device', { header: link('4', '') }],
    ['a folder', { header: link('5', '') }],
    ['a pipe', { header: link('6', '') }],
    ['a contiguous file', { header: link('7', '') }],
    ['an old-style file (type NUL)', { header: link('\u0000', '') }],
    ['a pax header', { header: link('x', ''), body: utf8('30 path=../../../etc/cron.d/x\n') }],
    ['a global pax header', { header: link('g', '') }],
    ['a GNU long name', { header: link('L', ''), body: utf8('../../evil') }],
    ['a GNU long link', { header: link('K', '') }],
    ['a GNU sparse file', { header: link('S', '') }],
    ['a multi-volume entry', { header: link('M', '') }],
  ])('refuses %s', async (_name, part) => {
    expect(await read(raw([...head, part]))).toEqual(malformed('archive-not-a-plain-file'));
  });

  it.each([
    '../changes.ndjson',
    '/changes.ndjson',
    './changes.ndjson',
    'attachments/../../x',
    `attachments/${'A'.repeat(64)}`,
    `attachments/${'a'.repeat(63)}`,
    `attachments/${'a'.repeat(64)}/x`,
    'attachments/',
    'C:\\changes.ndjson',
    'changes.ndjson ',
    'Changes.ndjson',
    'notes.txt',
    '',
  ])('refuses the name %j', async (path) => {
    expect(await read(raw([...head, plain({ path, bytes: utf8('x') })]))).toEqual(
      malformed('archive-name'),
    );
  });

  it.each<[string, (header: Uint8Array) => void]>([
    ['another mode', (h) => h.set(utf8('000777 '), 100)],
    ['a set-uid mode', (h) => h.set(utf8('004755 '), 100)],
    ['an owner', (h) => h.set(utf8('001750 '), 108)],
    ['a group', (h) => h.set(utf8('001750 '), 116)],
    ['a date', (h) => h.set(utf8('14000000000'), 136)],
    ['an owner name', (h) => h.set(utf8('root'), 265)],
    ['a group name', (h) => h.set(utf8('root'), 297)],
    ['a link name', (h) => h.set(utf8('/etc'), 157)],
    ['a path prefix', (h) => h.set(utf8('../..'), 345)],
    ['the GNU magic', (h) => h.set(utf8('ustar  \u0000'), 257)],
    ['no magic', (h) => h.fill(0, 257, 265)],
    ['a device number', (h) => h.set(utf8('000001 '), 329)],
    ['bytes behind its name', (h) => h.set(utf8('/../x'), 20)],
    ['bytes in its reserve', (h) => h.set(utf8('x'), 505)],
    ['a base-256 size', (h) => h.set([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], 124)],
    ['a negative size', (h) => h.fill(0xff, 124, 136)],
    ['a size with a leading space', (h) => h.set(utf8(' 0000000003 '), 124)],
    ['a size that is no number', (h) => h.set(utf8('0000000000z '), 124)],
    ['an octal size ended by NUL', (h) => h.set([0], 135)],
  ])('refuses a header with %s, its checksum made right', async (_name, edit) => {
    const header = forged('changes.ndjson', 3, edit);
    expect(await read(raw([...head, { header, body: changes.bytes }]))).toEqual(
      malformed('archive-header'),
    );
  });

  it('refuses a wrong checksum', async () => {
    const header = ustarHeader('changes.ndjson', 3);
    header[148] = 0x31;
    expect(await read(raw([...head, { header, body: changes.bytes }]))).toEqual(
      malformed('archive-header'),
    );
  });

  it.each([
    ['changes before the signature', [manifest, changes, signature], { kind: 'bundle-unsigned' }],
    ['signature before the manifest', [signature, manifest, changes], malformed('archive-order')],
    ['nothing', [], malformed('archive-order')],
    ['only manifest and signature', [manifest, signature], malformed('archive-order')],
    ['two manifests', [manifest, manifest, signature, changes], { kind: 'bundle-unsigned' }],
    ['a second manifest at the end', [...whole, manifest], malformed('archive-order')],
    ['changes twice', [manifest, signature, changes, changes], malformed('archive-order')],
    [
      'an attachment before the changes',
      [manifest, signature, files[0], changes],
      malformed('archive-order'),
    ],
    [
      'attachments out of order',
      [manifest, signature, changes, files[1], files[0]],
      malformed('archive-order'),
    ],
    [
      'an attachment twice',
      [manifest, signature, changes, files[0], files[0]],
      malformed('archive-duplicate'),
    ],
  ])('refuses %s', async (_name, entries, failure) => {
    const list = entries.filter((entry) => entry !== undefined);
    expect(await read(await packArchive(list))).toEqual(failure);
  });

  it('refuses data after the end, a second archive included', async () => {
    const parts = whole.map(plain);
    for (const tail of [utf8('x'), raw(parts)]) {
      expect(await read(raw(parts, { tail }))).toEqual(malformed('archive-trailing-data'));
    }
  });

  it('refuses data in the padding of an entry', async () => {
    const archive = await packArchive(whole);
    archive[512 + manifest.bytes.length] = 1;
    expect(await read(archive)).toEqual(malformed('archive-padding'));
  });

  it('refuses an archive that ends early or late', async () => {
    const archive = await packArchive(whole);
    const used = raw(whole.map(plain), { end: false }).length;
    for (const length of [used, used + 512, used + 1023, used - 1, used - 513]) {
      expect(await read(archive.subarray(0, length))).toEqual(malformed('archive-cut-short'));
    }
    expect(await read(archive.subarray(0, used + 1024))).toEqual(malformed('archive-length'));
    const longer = await collect([archive, new Uint8Array(CHUNK)]);
    expect(await read(longer)).toEqual(malformed('archive-length'));
  });

  it('refuses a header that claims gigabytes, without taking memory for them', async () => {
    const huge = 0o77777777777;
    for (const [path, limit] of [
      ['changes.ndjson', 'changes'],
      ['manifest.json', 'entry'],
    ] as const) {
      const claim = { header: ustarHeader(path, huge), body: utf8('x') };
      const parts = path === 'manifest.json' ? [claim] : [...head, claim];
      expect(await read(raw(parts))).toEqual({ kind: 'bundle-too-large', limit });
    }
  });

  it('refuses more entries than the limit, at the first beyond it', async () => {
    const many = Array.from({ length: 10_500 }, (_, i) => ({
      header: ustarHeader(`attachments/${i.toString(16).padStart(64, '0')}`, 0),
    }));
    const archive = raw([...head, plain(changes), ...many]);
    expect(await read(archive)).toEqual({ kind: 'bundle-too-large', limit: 'entries' });
    const few = raw([...head, plain(changes), ...many.slice(0, BUNDLE_LIMITS.entries - 3)]);
    expect(await read(few)).toHaveProperty('attachments.size', BUNDLE_LIMITS.entries - 3);
  });

  it('refuses entries that are too much together', async () => {
    const limits = { ...BUNDLE_LIMITS, unpackedBytes: 12 };
    expect(await read(raw(whole.map(plain)), limits)).toEqual({
      kind: 'bundle-too-large',
      limit: 'unpacked',
    });
  });

  it('refuses what another tar program writes by default', async () => {
    const tar = pack();
    tar.entry({ name: 'manifest.json' }, '{}');
    tar.finalize();
    const archive = await collect(tar as AsyncIterable<Uint8Array>);
    expect(await read(archive)).toEqual(malformed('archive-header'));
  });
});
