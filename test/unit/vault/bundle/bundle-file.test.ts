import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openBundleFile,
  stageBundleFile,
  type BundleFile,
} from '../../../../src/vault/bundle/bundle-file.ts';
import { SourceGone } from '../../../../src/vault/bundle/byte-source.ts';
import { BUNDLE_LIMITS } from '../../../../src/vault/bundle/limits.ts';
import { openBundle } from '../../../../src/vault/bundle/open-bundle.ts';
import { commitStaged } from '../../../../src/vault/keys/atomic-file.ts';
import { fail, ok, type Outcome } from '../../../../src/shared/outcome.ts';
import { writeInMemory, type BundleInMemory } from '../../../support/bundle-bytes.ts';
import { attachment, changeSet, draftFor, makeOfficer, unwrap } from './bundle-kit.ts';

const MODULE = new URL('../../../../src/vault/bundle/bundle-file.ts', import.meta.url).href;
const unreadable = { ok: false, failure: { kind: 'file-unreadable' } };

type Write = (part: Uint8Array) => Promise<void>;
type Fill = (write: Write) => Promise<Outcome<string, never>>;

const filling =
  (...parts: readonly Uint8Array[]): Fill =>
  async (write) => {
    for (const part of parts) await write(part);
    return ok('filled');
  };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a bundle file that is written', () => {
  it('is whole, for its owner only, and leaves nothing beside it', async () => {
    const path = join(folder, 'handover.age');
    await writeFile(path, 'older');
    const parts = [3, 4, 5].map((byte) => new Uint8Array(100_000).fill(byte));
    const staged = unwrap(await stageBundleFile(path, filling(...parts)));
    expect(staged.value).toBe('filled');
    expect(await readFile(path, 'utf8')).toBe('older');
    commitStaged(staged.file);
    expect(Buffer.compare(await readFile(path), Buffer.concat(parts))).toBe(0);
    expect(await readdir(folder)).toEqual(['handover.age']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('that cannot take its place leaves no part behind', async () => {
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    expect(await stageBundleFile(path, filling(new Uint8Array(9)))).toEqual(unreadable);
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('cannot be written into a folder that is gone', async () => {
    const path = join(folder, 'gone', 'x.age');
    expect(await stageBundleFile(path, filling(new Uint8Array(9)))).toEqual(unreadable);
  });

  it('leaves nothing where its writer fails or throws in the middle', async () => {
    const path = join(folder, 'handover.age');
    await writeFile(path, 'older');
    const failed = await stageBundleFile(path, async (write) => {
      await write(new Uint8Array(100_000));
      return fail({ kind: 'cancelled' } as const);
    });
    expect(failed).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    const thrown = stageBundleFile(path, async (write) => {
      await write(new Uint8Array(100_000));
      throw new TypeError('a fault of the writer');
    });
    await expect(thrown).rejects.toThrow('a fault of the writer');
    expect(await readdir(folder)).toEqual(['handover.age']);
    expect(await readFile(path, 'utf8')).toBe('older');
  });

  it.skipIf(process.platform !== 'linux')(
    'says when there is no space, and keeps the older file',
    async () => {
      const path = join(folder, 'handover.age');
      await writeFile(path, 'older');
      const script = `
        const { stageBundleFile } = await import(${JSON.stringify(MODULE)});
        process.on('SIGXFSZ', () => undefined);
        const staged = await stageBundleFile(${JSON.stringify(path)}, async (write) => {
          for (let part = 0; part < 100; part++) await write(new Uint8Array(10_000));
          return { ok: true, value: null };
        });
        console.log(JSON.stringify(staged));`;
      // A file size limit of 64 KiB stands for a stick of 64 KiB.
      const run = 'ulimit -f 64; exec "$0" --input-type=module -e "$1"';
      const output = execFileSync('bash', ['-c', run, process.execPath, script]).toString();
      expect(JSON.parse(output)).toEqual({ ok: false, failure: { kind: 'no-space' } });
      expect(await readdir(folder)).toEqual(['handover.age']);
      expect(await readFile(path, 'utf8')).toBe('older');
    },
  );
});

describe('a bundle file that is read', () => {
  it('gives its bytes from any place', async () => {
    const path = join(folder, 'some');
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);
    await writeFile(path, bytes);
    const file = unwrap(await openBundleFile(path));
    expect(file.size).toBe(5000);
    for (const [at, length] of [
      [0, 5000],
      [4999, 1],
      [1234, 0],
      [17, 600],
    ] as const) {
      const [turn, now] = [new Uint8Array(length), new Uint8Array(length)];
      await file.read(turn, at);
      file.readSync(now, at);
      expect([turn, now]).toEqual([bytes.slice(at, at + length), bytes.slice(at, at + length)]);
    }
    await expect(file.read(new Uint8Array(2), 4999)).rejects.toThrow(SourceGone);
    expect(() => file.readSync(new Uint8Array(2), 4999)).toThrow(SourceGone);
    await file.close();
  });

  it('is too large by its size, before it is read', async () => {
    const path = join(folder, 'sparse');
    await writeFile(path, '');
    await truncate(path, BUNDLE_LIMITS.fileBytes + 1);
    expect(await openBundleFile(path)).toEqual({
      ok: false,
      failure: { kind: 'bundle-too-large', limit: 'file' },
    });
  });

  it('that is not there, or is a folder, is unreadable', async () => {
    for (const path of [join(folder, 'none'), folder]) {
      expect(await openBundleFile(path)).toEqual(unreadable);
    }
  });
});

describe('a bundle whose file changes under way', () => {
  const photo = attachment('p'.repeat(200_000));
  const scan = attachment('s'.repeat(200_000));

  async function laid(): Promise<{
    readonly path: string;
    readonly written: BundleInMemory;
    readonly open: () => Promise<BundleFile>;
    readonly options: Parameters<typeof openBundle>[1];
  }> {
    const [sender, receiver] = await Promise.all([makeOfficer(), makeOfficer()]);
    const written = unwrap(
      await writeInMemory({
        manifest: draftFor(sender, receiver),
        changeSets: [changeSet()],
        attachments: [photo, scan],
        sign: sender.sign,
      }),
    );
    const path = join(folder, 'handover.age');
    await writeFile(path, written.bytes);
    return {
      path,
      written,
      open: async () => unwrap(await openBundleFile(path)),
      options: {
        identities: [receiver.identity],
        ownRecipients: [receiver.recipient],
        limits: { ...BUNDLE_LIMITS, heldBytes: photo.size },
      },
    };
  }

  it('holds few attachments, so that the stick may be gone', async () => {
    const { path, open, options } = await laid();
    const file = await open();
    const limits = { ...BUNDLE_LIMITS, heldBytes: photo.size + scan.size };
    const opened = unwrap(await openBundle(file, { ...options, limits }));
    await file.close();
    await rm(path);
    expect(opened.attachments.read(photo.sha256)).toEqual(photo.bytes);
    expect(opened.attachments.read(scan.sha256)).toEqual(scan.bytes);
  });

  it('gives many attachments from the closed file, and none after it is gone', async () => {
    const { path, open, options } = await laid();
    const file = await open();
    const opened = unwrap(await openBundle(file, options));
    await file.close();
    expect(opened.attachments.read(photo.sha256)).toEqual(photo.bytes);
    await rm(path);
    expect(() => opened.attachments.read(scan.sha256)).toThrow(SourceGone);
  });

  it('gives none of many attachments whose bytes were altered since', async () => {
    const { path, written, open, options } = await laid();
    const file = await open();
    const opened = unwrap(await openBundle(file, options));
    await file.close();
    const altered = written.bytes.map((byte, at) => (at % 65_536 === 0 ? byte ^ 1 : byte));
    await writeFile(path, altered);
    expect(() => opened.attachments.read(photo.sha256)).toThrow(SourceGone);
    await writeFile(path, written.bytes.subarray(0, 100_000));
    expect(() => opened.attachments.read(photo.sha256)).toThrow(SourceGone);
  });

  it.each(['decrypt', 'verify'] as const)(
    'is unreadable where it is cut while it is opened (%s)',
    async (when) => {
      const { path, written, open, options } = await laid();
      const file = await open();
      let seen = false;
      const outcome = await openBundle(
        {
          ...file,
          read: async (into, at) => {
            if (seen) await truncate(path, Math.min(at, written.size));
            await file.read(into, at);
            if (when === 'decrypt') seen = true;
          },
        },
        {
          ...options,
          onProgress: (stage) => {
            if (stage === when) seen = true;
          },
        },
      );
      await file.close();
      expect(outcome).toEqual(unreadable);
    },
  );
});
