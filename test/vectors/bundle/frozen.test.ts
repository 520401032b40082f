import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../../src/vault/bundle/archive.ts';
import { openBundle } from '../../../src/vault/bundle/open-bundle.ts';
import { sourceOf, unsealBytes, writeInMemory } from '../../support/bundle-bytes.ts';
import {
  signWithTestKey,
  vectorAttachments,
  vectorChangeSets,
  vectorDraft,
  type FrozenBundle,
} from './vector-kit.ts';

describe.each(['x25519', 'hybrid'])('the frozen bundle of version 1 (%s)', (kind) => {
  it('opens to exactly what it held when it was made', async () => {
    const { file, frozen } = await load(kind);
    const opened = await openBundle(sourceOf(file), {
      identities: [frozen.identity],
      ownRecipients: [frozen.recipient],
    });
    if (!opened.ok) throw new Error(opened.failure.kind);
    const { attachments, ...rest } = opened.value;
    expect(rest).toEqual({
      manifest: frozen.manifest,
      changeSets: frozen.changeSets,
      bundleSha256: frozen.bundleSha256,
    });
    expect(attachments.hashes).toEqual(frozen.attachments);
    for (const hash of frozen.attachments) {
      expect(sha256(attachments.read(hash) ?? new Uint8Array(0))).toBe(hash);
    }
    expect(sha256(file)).toBe(frozen.bundleSha256);
  });

  it('is what the writer still makes, byte for byte, beneath the encryption', async () => {
    const { file, frozen } = await load(kind);
    const written = await writeInMemory({
      manifest: vectorDraft(frozen.recipient),
      changeSets: vectorChangeSets,
      attachments: vectorAttachments,
      sign: signWithTestKey,
    });
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

async function load(kind: string): Promise<{ file: Uint8Array; frozen: FrozenBundle }> {
  const [file, text] = await Promise.all([
    readFile(new URL(`v1-${kind}.age`, import.meta.url)),
    readFile(new URL(`v1-${kind}.json`, import.meta.url), 'utf8'),
  ]);
  return { file: new Uint8Array(file), frozen: JSON.parse(text) as FrozenBundle };
}
