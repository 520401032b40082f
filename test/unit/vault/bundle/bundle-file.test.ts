import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBundleFile, stageBundleFile } from '../../../../src/vault/bundle/bundle-file.ts';
import { BUNDLE_LIMITS } from '../../../../src/vault/bundle/limits.ts';
import { commitStaged } from '../../../../src/vault/keys/atomic-file.ts';

const MODULE = new URL('../../../../src/vault/bundle/bundle-file.ts', import.meta.url).href;
const unreadable = { ok: false, failure: { kind: 'file-unreadable' } };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a bundle file', () => {
  it('is written whole, for its owner only, and leaves nothing beside it', async () => {
    const path = join(folder, 'handover.age');
    await writeFile(path, 'older');
    const bytes = new Uint8Array(100_000).fill(3);
    const staged = stageBundleFile(path, bytes);
    if (staged.ok) commitStaged(staged.value);
    expect(staged.ok).toBe(true);
    expect(Buffer.compare(await readFile(path), bytes)).toBe(0);
    expect(await readdir(folder)).toEqual(['handover.age']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readBundleFile(path)).toEqual({ ok: true, value: bytes });
  });

  it('that cannot take its place leaves no part behind', async () => {
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    expect(stageBundleFile(path, new Uint8Array(9))).toEqual(unreadable);
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('cannot be written into a folder that is gone', async () => {
    expect(stageBundleFile(join(folder, 'gone', 'x.age'), new Uint8Array(9))).toEqual(unreadable);
  });

  it.skipIf(process.platform !== 'linux')(
    'says when there is no space, and keeps the older file',
    async () => {
      const path = join(folder, 'handover.age');
      await writeFile(path, 'older');
      const script = `
        const { stageBundleFile } = await import(${JSON.stringify(MODULE)});
        process.on('SIGXFSZ', () => undefined);
        const bytes = new Uint8Array(1_000_000);
        console.log(JSON.stringify(stageBundleFile(${JSON.stringify(path)}, bytes)));`;
      // A file size limit of 64 KiB stands for a stick of 64 KiB.
      const run = 'ulimit -f 64; exec "$0" --input-type=module -e "$1"';
      const output = execFileSync('bash', ['-c', run, process.execPath, script]).toString();
      expect(JSON.parse(output)).toEqual({ ok: false, failure: { kind: 'no-space' } });
      expect(await readdir(folder)).toEqual(['handover.age']);
      expect(await readFile(path, 'utf8')).toBe('older');
    },
  );

  it('is too large by its size, before it is read', async () => {
    const path = join(folder, 'sparse');
    await writeFile(path, '');
    await truncate(path, BUNDLE_LIMITS.fileBytes + 1);
    expect(await readBundleFile(path)).toEqual({
      ok: false,
      failure: { kind: 'bundle-too-large', limit: 'file' },
    });
  });

  it('that is not there, or is a folder, is unreadable', async () => {
    for (const path of [join(folder, 'none'), folder]) {
      expect(await readBundleFile(path)).toEqual(unreadable);
    }
  });
});
