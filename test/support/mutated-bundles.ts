import fc from 'fast-check';
import { SIGNATURE_PATH, ustarHeader, type ArchiveEntry } from '../../src/vault/bundle/archive.ts';
import { readAgeHeader } from '../../src/vault/bundle/age-header.ts';
import { SEALED_CHUNK_BYTES } from '../../src/vault/bundle/age-stream.ts';
import { encodeSignature } from '../../src/vault/bundle/signature.ts';
import {
  archiveOf,
  attachment,
  changeSet,
  draftFor,
  makeOfficer,
  packArchive,
  sealBytes,
  unwrap,
  type TestOfficer,
} from '../unit/vault/bundle/bundle-kit.ts';
import { writeInMemory } from './bundle-bytes.ts';
import { mutateBytes, mutations, share } from './mutated-bytes.ts';

/** A bundle to be tampered with, taken apart, and another to the same officer to take parts from. */
export interface Specimen {
  readonly sender: TestOfficer;
  readonly receiver: TestOfficer;
  /** Has keys of their own, and can read neither bundle. */
  readonly stranger: TestOfficer;
  readonly whole: Parts;
  readonly other: Parts;
}

interface Parts {
  /** As it lies on the stick. */
  readonly file: Uint8Array;
  readonly headerBytes: number;
  readonly archive: Uint8Array;
  readonly entries: readonly ArchiveEntry[];
}

export async function makeSpecimen(): Promise<Specimen> {
  const [sender, receiver, stranger] = await Promise.all([
    makeOfficer(),
    makeOfficer(),
    makeOfficer(),
  ]);
  const partsOf = async (texts: readonly string[]): Promise<Parts> => {
    const attachments = texts.map(attachment);
    const written = unwrap(
      await writeInMemory({
        manifest: draftFor(sender, receiver),
        changeSets: [changeSet(), changeSet({ hlc: '001795512600000-0001-0123456789abcdef' })],
        attachments,
        sign: sender.sign,
      }),
    );
    const file = written.bytes;
    const archive = await archiveOf(receiver, file);
    const header = readAgeHeader(file, file.length);
    if (header.kind !== 'complete') throw new Error(header.kind);
    return { file, headerBytes: header.headerBytes, archive, entries: entriesIn(archive) };
  };
  return {
    sender,
    receiver,
    stranger,
    // The photograph makes it three chunks.
    whole: await partsOf(['photo '.repeat(25_000), 'scan']),
    other: await partsOf(['scan', 'letter '.repeat(22_000)]),
  };
}

/** The entries of an archive that our own writer made. */
function entriesIn(archive: Uint8Array): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  const text = (at: number, length: number): string =>
    Buffer.from(archive.subarray(at, at + length))
      .toString('latin1')
      .replace(/\0.*$/su, '');
  for (let at = 0; archive[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    entries.push({ path: text(at, 100), bytes: archive.slice(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}

/** A bundle that must be refused by the one it is given to; null where nothing was changed after all. */
export interface Tampered {
  readonly file: Uint8Array;
  readonly reader: TestOfficer;
}
export interface Tampering {
  readonly kind: string;
  readonly apply: (specimen: Specimen) => Promise<Tampered | null>;
}

const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] as T;

/** For the one who is to read it: the sealed archive of these bytes, if it is another archive. */
async function resealed(specimen: Specimen, archive: Uint8Array): Promise<Tampered | null> {
  if (Buffer.compare(archive, specimen.whole.archive) === 0) return null;
  return { file: await sealBytes(archive, specimen.receiver), reader: specimen.receiver };
}

const fileBytes = mutations.map((list): Tampering => ({
  kind: 'bytes of the file',
  apply: async ({ whole, receiver }) => asIs(mutateBytes(whole.file, list), whole, receiver),
}));

function asIs(file: Uint8Array, whole: Parts, reader: TestOfficer): Tampered | null {
  return Buffer.compare(file, whole.file) === 0 ? null : { file, reader };
}

/** Chunks swapped, taken out, doubled, or taken from the same place of another bundle. */
const chunks = fc
  .tuple(fc.constantFrom('swap', 'drop', 'double', 'foreign', 'append'), share, share)
  .map(([how, one, two]): Tampering => ({
    kind: `chunks: ${how}`,
    apply: async ({ whole, other, receiver }) => {
      const list = chunksOf(whole);
      const [a, b] = [Math.floor(one * list.length), Math.floor(two * list.length)];
      const foreign = pick(chunksOf(other), two);
      if (how === 'swap') [list[a], list[b]] = [pick(list, two), pick(list, one)];
      if (how === 'drop') list.splice(a, 1 + b);
      if (how === 'double') list.splice(b, 0, pick(list, one));
      if (how === 'foreign') list[a] = foreign;
      if (how === 'append') list.push(foreign.subarray(0, 1 + Math.floor(one * foreign.length)));
      const head = whole.file.subarray(0, whole.headerBytes + 16);
      return asIs(Buffer.concat([head, ...list]), whole, receiver);
    },
  }));

function chunksOf({ file, headerBytes }: Parts): Uint8Array[] {
  const list: Uint8Array[] = [];
  for (let at = headerBytes + 16; at < file.length; at += SEALED_CHUNK_BYTES) {
    list.push(file.subarray(at, at + SEALED_CHUNK_BYTES));
  }
  return list;
}

/** The header of another bundle, lines of it, or stanzas put in and taken out. */
const header = fc
  .tuple(
    fc.constantFrom('foreign', 'foreign nonce', 'line', 'stanza', 'mac'),
    share,
    fc.base64String(),
  )
  .map(([how, at, text]): Tampering => ({
    kind: `header: ${how}`,
    apply: async ({ whole, other, receiver }) => {
      const cut = whole.headerBytes;
      const lines = Buffer.from(whole.file.subarray(0, cut)).toString('latin1').split('\n');
      if (how === 'line') lines[Math.floor(at * lines.length)] = text;
      if (how === 'stanza')
        lines.splice(1, 0, `-> ${pick(['X25519', 'scrypt', 'grease'], at)} ${text}`, '');
      if (how === 'mac') lines[lines.length - 2] = `--- ${text.padEnd(43, 'A').slice(0, 43)}`;
      const head =
        how === 'foreign'
          ? other.file.subarray(0, other.headerBytes)
          : Buffer.from(lines.join('\n'), 'latin1');
      const nonce =
        how === 'foreign nonce'
          ? other.file.subarray(other.headerBytes, other.headerBytes + 16)
          : whole.file.subarray(cut, cut + 16);
      return asIs(Buffer.concat([head, nonce, whole.file.subarray(cut + 16)]), whole, receiver);
    },
  }));

/** The archive, where there is something in it to break, sealed again as anyone can. */
const archiveBytes = mutations.map((list): Tampering => ({
  kind: 'bytes of the archive',
  apply: async (specimen) => {
    const { archive } = specimen.whole;
    const used = usedBytes(archive);
    const mutated = mutateBytes(archive.subarray(0, used), list);
    return resealed(specimen, Buffer.concat([mutated, archive.subarray(mutated.length)]));
  },
}));

function usedBytes(archive: Uint8Array): number {
  let used = archive.length;
  while (archive[used - 1] === 0) used--;
  return used;
}

type Hostile = (header: Uint8Array, text: string) => void;
const put =
  (at: number, value: string): Hostile =>
  (bytes) =>
    bytes.set(Buffer.from(value, 'latin1'), at);
const HOSTILE_HEADERS: Readonly<Record<string, Hostile>> = {
  link: (bytes) => bytes.set(Buffer.from('2/etc/passwd'), 156),
  'hard link': (bytes) => bytes.set(Buffer.from('1../../.ssh/id'), 156),
  folder: put(156, '5'),
  device: put(156, '3'),
  pax: put(156, 'x'),
  'long name': put(156, 'L'),
  prefix: put(345, '../../../tmp'),
  traversal: put(0, '../../../etc/cron.d/x\0'),
  absolute: put(0, '/etc/passwd\0'),
  mode: put(100, '004777 '),
  owner: put(108, '001750 '),
  date: put(136, '14712345670'),
  'size of gigabytes': put(124, '77777777777 '),
  'size of nothing': put(124, '00000000000 '),
  'base-256 size': (bytes) => bytes.set([0x80, 0, 0, 0, 0, 0, 0, 0x7f], 124),
  'any byte': (bytes, text) =>
    bytes.set(Buffer.from(text.slice(0, 3), 'utf8').subarray(0, 3), (text.length * 37) % 500),
};

/** One header made hostile, its checksum made right or left wrong. */
const tarHeader = fc
  .tuple(fc.constantFrom(...Object.keys(HOSTILE_HEADERS)), share, fc.boolean(), fc.string())
  .map(([how, at, isSummed, text]): Tampering => ({
    kind: `tar: ${how}`,
    apply: async (specimen) => {
      const { entries, archive } = specimen.whole;
      const chosen = Math.floor(at * entries.length);
      const blocks = entries.flatMap(({ path, bytes }, index) => {
        const block = ustarHeader(path, bytes.length);
        if (index === chosen) {
          HOSTILE_HEADERS[how]?.(block, text);
          if (isSummed) sum(block);
        }
        return [block, bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)];
      });
      const used = Buffer.concat(blocks);
      return resealed(
        specimen,
        Buffer.concat([used, new Uint8Array(archive.length - used.length)]),
      );
    },
  }));

function sum(block: Uint8Array): void {
  block.fill(0x20, 148, 156);
  const total = block.reduce((all, byte) => all + byte, 0);
  block.set(Buffer.from(`${total.toString(8).padStart(6, '0')} \0`, 'latin1'), 148);
}

/** Whole entries taken out, put in, doubled, exchanged, renamed, or filled with other bytes. */
const tarEntries = fc
  .tuple(
    fc.constantFrom('drop', 'double', 'swap', 'foreign', 'rename', 'refill', 'add', 'add hidden'),
    share,
    share,
    fc.uint8Array({ maxLength: 300 }),
  )
  .map(([how, one, two, bytes]): Tampering => ({
    kind: `entries: ${how}`,
    apply: async (specimen) => {
      const list = [...specimen.whole.entries];
      const [a, b] = [Math.floor(one * list.length), Math.floor(two * list.length)];
      const extra = attachment(Buffer.from(bytes).toString('hex'));
      const put_ = { path: `attachments/${extra.sha256}`, bytes: extra.bytes };
      if (how === 'drop') list.splice(a, 1);
      if (how === 'double') list.splice(b, 0, pick(list, one));
      if (how === 'swap') [list[a], list[b]] = [pick(list, two), pick(list, one)];
      if (how === 'foreign') list[a] = pick(specimen.other.entries, two);
      if (how === 'rename') list[a] = { ...pick(list, one), path: pick(list, two).path };
      if (how === 'refill') list[a] = { ...pick(list, one), bytes };
      if (how === 'add') list.splice(3 + Math.floor(two * (list.length - 2)), 0, put_);
      if (how === 'add hidden') list.splice(b, 0, { path: '.hidden', bytes });
      return resealed(specimen, await packArchive(list));
    },
  }));

/** The manifest with one member changed, with the old signature or a stranger's. */
const manifest = fc
  .tuple(fc.constantFrom('keep signature', 'sign as a stranger'), share, fc.json(), fc.boolean())
  .map(([how, at, json, isAdded]): Tampering => ({
    kind: `manifest: ${how}`,
    apply: async (specimen) => {
      const [first, second, ...rest] = specimen.whole.entries;
      if (first === undefined || second === undefined) throw new Error('no manifest');
      const value = JSON.parse(Buffer.from(first.bytes).toString()) as Record<string, unknown>;
      value[isAdded ? 'unheardOf' : pick(Object.keys(value), at)] = JSON.parse(json) as unknown;
      const bytes = Buffer.from(JSON.stringify(sorted(value)));
      const signature =
        how === 'keep signature'
          ? second.bytes
          : encodeSignature(await specimen.stranger.sign(bytes));
      const entries = [{ ...first, bytes }, { path: SIGNATURE_PATH, bytes: signature }, ...rest];
      return resealed(specimen, await packArchive(entries));
    },
  }));

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The signature file: any bytes, its own changed, or another bundle's. */
const signature = fc
  .tuple(fc.constantFrom('any', 'mutated', 'foreign'), mutations, fc.uint8Array({ maxLength: 200 }))
  .map(([how, list, any]): Tampering => ({
    kind: `signature: ${how}`,
    apply: async (specimen) => {
      const entries = specimen.whole.entries.map((entry) => {
        if (entry.path !== SIGNATURE_PATH) return entry;
        const foreign = specimen.other.entries.find(({ path }) => path === SIGNATURE_PATH);
        const bytes = {
          any,
          mutated: mutateBytes(entry.bytes, list),
          foreign: foreign?.bytes ?? any,
        };
        return { ...entry, bytes: bytes[how as keyof typeof bytes] };
      });
      return resealed(specimen, await packArchive(entries));
    },
  }));

/** What is in the entries, anything at all, packed and sealed as it should be. */
const content = fc
  .tuple(...([0, 1, 2].map(() => anyText()) as [Text, Text, Text]))
  .map((texts): Tampering => ({
    kind: 'any content',
    apply: async (specimen) => {
      const paths = ['manifest.json', 'manifest.sig', 'changes.ndjson'];
      const entries = paths.map((path, index) => ({
        path,
        bytes: texts[index] ?? new Uint8Array(0),
      }));
      return resealed(specimen, await packArchive(entries));
    },
  }));

type Text = fc.Arbitrary<Uint8Array>;
function anyText(): Text {
  const fixed = ['{"format":"steady-state-bundle","version":1}', '{}', '[]', '0', '\u0000', ''];
  return fc.oneof(
    fc.constantFrom(...fixed).map((text) => new TextEncoder().encode(text)),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.integer({ min: 1, max: 60_000 }).map((depth) => Buffer.from('['.repeat(depth))),
    fc.uint8Array({ maxLength: 200 }),
  );
}

/** The whole of it, sealed on to someone the sender did not name; and what was not for them at all. */
const addressee = fc.constantFrom('sealed on', 'not for them').map((how): Tampering => ({
  kind: `addressee: ${how}`,
  apply: async ({ whole, stranger }) => ({
    file: how === 'sealed on' ? await sealBytes(whole.archive, stranger) : whole.file,
    reader: stranger,
  }),
}));

/** Much that says little: zeros, or entries without end, of many times the size of an honest bundle. */
const bomb = fc
  .tuple(fc.constantFrom('zeros', 'entries'), fc.integer({ min: 1, max: 64 }))
  .map(([how, size]): Tampering => ({
    kind: `bomb: ${how}`,
    apply: async (specimen) => {
      const { entries, archive } = specimen.whole;
      if (how === 'zeros') {
        return resealed(specimen, Buffer.concat([archive, new Uint8Array(size * 65_536)]));
      }
      const more = Array.from({ length: size * 100 }, (_, index) => ({
        path: `attachments/${index.toString(16).padStart(64, '0')}`,
        bytes: new Uint8Array(0),
      }));
      return resealed(specimen, await packArchive([...entries.slice(0, 3), ...more]));
    },
  }));

/** Everything that somebody without the sender's keys can do to a bundle. */
export const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  { weight: 4, arbitrary: fileBytes },
  { weight: 2, arbitrary: chunks },
  { weight: 2, arbitrary: header },
  { weight: 4, arbitrary: archiveBytes },
  { weight: 3, arbitrary: tarHeader },
  { weight: 3, arbitrary: tarEntries },
  { weight: 3, arbitrary: manifest },
  { weight: 2, arbitrary: signature },
  { weight: 2, arbitrary: content },
  { weight: 1, arbitrary: addressee },
  { weight: 1, arbitrary: bomb },
);

/** So many ways to tamper, the same ones for the same seed. */
export function* tamperings(seed: number, count: number): Generator<Tampering> {
  const batch = 500;
  for (let done = 0; done < count; done += batch) {
    yield* fc.sample(tampering, { seed: seed + done, numRuns: Math.min(batch, count - done) });
  }
}
