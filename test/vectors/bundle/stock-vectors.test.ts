import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLE_KINDS } from '../../../src/shared/model/bundle-kind.ts';
import type { FrozenBundle } from './vector-kit.ts';

const missing = ['age', 'tar'].filter((tool) => !canRun(tool));
const why =
  missing.length === 0 ? '' : ` (skipped: no ${missing.join(' and no ')} on this machine)`;

describe.skipIf(missing.length > 0)(`a frozen bundle and the stock tools${why}`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundle-vectors-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['v1-x25519', ...BUNDLE_KINDS.map((kind) => `v2-${kind}-x25519`)])(
    '%s opens with age and tar alone, every entry as the manifest says',
    async (name) => {
      const place = (ending: string): string =>
        fileURLToPath(new URL(`${name}.${ending}`, import.meta.url));
      const frozen = JSON.parse(await readFile(place('json'), 'utf8')) as FrozenBundle;
      const identity = join(folder, `${name}.txt`);
      await writeFile(identity, `${frozen.identity}\n`);
      const archive = execFileSync('age', ['-d', '-i', identity, place('age')], { maxBuffer: MAX });
      const tar = (...rest: readonly string[]): Buffer =>
        execFileSync('tar', rest, { input: archive, maxBuffer: MAX });
      const { entries } = frozen.manifest;
      const paths = ['manifest.json', 'manifest.sig', ...entries.map(({ path }) => path)];
      expect(tar('t').toString().trimEnd().split('\n')).toEqual(paths);
      expect(JSON.parse(tar('xO', 'manifest.json').toString())).toEqual(frozen.manifest);
      for (const { path, size, sha256 } of entries) {
        const bytes = tar('xO', path);
        const hash = createHash('sha256').update(bytes).digest('hex');
        expect([path, bytes.length, hash]).toEqual([path, size, sha256]);
      }
    },
  );
});

const MAX = 16 * 1024 * 1024;

function canRun(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
