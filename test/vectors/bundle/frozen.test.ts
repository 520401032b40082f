import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../../src/vault/bundle/archive.ts';
import { openBundle } from '../../../src/vault/bundle/open-bundle.ts';
import { sourceOf, unsealBytes, writeInMemory } from '../../support/bundle-bytes.ts';
import { BUNDLE_KINDS } from '../../../src/shared/model/bundle-kind.ts';
import { signWithTestKey, type FrozenBundle } from './vector-kit.ts';
import { vectorOf } from './vector-kinds.ts';

describe.each(['v1-x25519', 'v1-hybrid'])('the frozen bundle %s', (name) => {
  it('opens to exactly what it held when it was made, with nothing of what came later', async () => {
    const { file, frozen } = await load(name);
    await expectToOpen(file, {
      ...frozen,
      manifest: {
        ...frozen.manifest,
        ...{ base: null, purpose: null, until: null, verb: null, answerBy: null },
      },
      ...{ document: null, brief: null },
    });
  });
});

const VECTORS = [
  ...BUNDLE_KINDS.map((kind) => [`v2-${kind}-x25519`, kind] as const),
  ['v2-handover-hybrid', 'handover'] as const,
];
describe.each(VECTORS)('the frozen bundle %s', (name, kind) => {
  it('opens to exactly what it held when it was made', async () => {
    const { file, frozen } = await load(name);
    expect(frozen.manifest).toMatchObject({ kind, version: 2 });
    await expectToOpen(file, frozen);
  });

  it('is what the writer still makes, byte for byte, beneath the encryption', async () => {
    const { file, frozen } = await load(name);
    const content = vectorOf(kind, frozen.recipient);
    const written = await writeInMemory({ ...content, sign: signWithTestKey });
    if (!written.ok) throw new Error(written.failure.kind);
    const identities = [frozen.identity];
    const [now, then] = await Promise.all([
      unsealBytes(written.value.bytes, { identities }),
      unsealBytes(file, { identities }),
    ]);
    expect(now).toEqual(then);
    expect(written.value.size).toBe(file.length);
  });
});

async function expectToOpen(file: Uint8Array, frozen: FrozenBundle): Promise<void> {
  const opened = await openBundle(sourceOf(file), {
    identities: [frozen.identity],
    ownRecipients: [frozen.recipient],
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { attachments, ...rest } = opened.value;
  const { manifest, changeSets, document, brief, bundleSha256 } = frozen;
  expect(rest).toEqual({ manifest, changeSets, document, brief, bundleSha256 });
  expect(attachments.hashes).toEqual(frozen.attachments);
  for (const hash of frozen.attachments) {
    expect(sha256(attachments.read(hash) ?? new Uint8Array(0))).toBe(hash);
  }
  expect(sha256(file)).toBe(bundleSha256);
}

describe('the frozen archive header', () => {
  it('is the one that docs/bundle-format.md shows', async () => {
    const archive: Uint8Array[] = [];
    const entry = { path: 'changes.ndjson', bytes: new Uint8Array(3) };
    for await (const part of writeArchive([entry])) archive.push(part);
    const header = Buffer.concat(archive).subarray(0, 512);
    const page = await readFile(new URL('../../../docs/bundle-format.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^([0-9a-f]{8}): ((?:[0-9a-f]{4} ?){8})/gmu)];
    expect(rows.length).toBeGreaterThan(5);
    for (const [, offset, hex] of rows) {
      const at = Number.parseInt(offset ?? '', 16);
      expect(header.subarray(at, at + 16).toString('hex')).toBe(hex?.replaceAll(' ', ''));
    }
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function load(name: string): Promise<{ file: Uint8Array; frozen: FrozenBundle }> {
  const [file, text] = await Promise.all([
    readFile(new URL(`${name}.age`, import.meta.url)),
    readFile(new URL(`${name}.json`, import.meta.url), 'utf8'),
  ]);
  return { file: new Uint8Array(file), frozen: JSON.parse(text) as FrozenBundle };
}
