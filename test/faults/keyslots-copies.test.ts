import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KdfParams } from '../../src/vault/keys/kdf.ts';
import {
  changePassphrase,
  createKeyslotsWith,
  keyslotVaultWithFloor,
  unlock,
} from '../../src/vault/keys/keyslot-operations.ts';
import { readKeyslots } from '../../src/vault/keys/keyslots-copies.ts';
import { serialiseKeyslots } from '../../src/vault/keys/keyslots-format.ts';

const FIRST = 'violet anchor plain river';
const SECOND = 'seven lanterns over the weir';
const LIMITED = join(import.meta.dirname, 'keyslots-limited.ts');
const CHEAP: KdfParams = { memoryKib: 32, passes: 1, lanes: 4 };

let folder: string;
let good: Buffer;
const path = (copy: string): string => join(folder, `keyslots.${copy}`);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steady-state-copies-'));
  await createKeyslotsWith(keyslotVaultWithFloor(folder, CHEAP), FIRST, CHEAP);
  good = readFileSync(path('a'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What reading gives: which copy was repaired, or the failure. Throws where it is another file. */
function reading(): unknown {
  const read = readKeyslots(folder, CHEAP);
  if (!read.ok) return read.failure;
  if (!serialiseKeyslots(read.value.keyslots).equals(good)) throw new Error('another content');
  return read.value.repaired;
}
function bothGood(): boolean {
  return readFileSync(path('a')).equals(good) && readFileSync(path('b')).equals(good);
}

// Thousands of synced writes: quick alone, slow where others keep the disk busy.
describe('the two copies of the keyslots', { timeout: 120_000 }, () => {
  it.each(['a', 'b'])('survive copy %s cut at every length, and are whole again', (copy) => {
    const wrong: number[] = [];
    for (let length = 0; length < good.length; length += 1) {
      truncateSync(path(copy), length);
      if (reading() !== copy || !bothGood()) wrong.push(length);
    }
    expect(wrong).toEqual([]);
  });

  it('cut at every length together are damaged, and never taken for a first run', () => {
    const wrong: number[] = [];
    for (let length = 0; length < good.length; length += 1) {
      writeFileSync(path('a'), good.subarray(0, length));
      writeFileSync(path('b'), good.subarray(0, length));
      const failure = reading() as { kind?: string };
      if (failure.kind !== 'keyslots-damaged') wrong.push(length);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['a', 'b'])('survive each byte of copy %s flipped', (copy) => {
    const wrong: number[] = [];
    for (let at = 0; at < good.length; at += 1) {
      const flipped = Buffer.from(good);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path(copy), flipped);
      if (reading() !== copy || !bothGood()) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });

  it('with the same byte flipped in both are refused', () => {
    const accepted: number[] = [];
    for (let at = 0; at < good.length; at += 1) {
      const flipped = Buffer.from(good);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path('a'), flipped);
      writeFileSync(path('b'), flipped);
      if (readKeyslots(folder, CHEAP).ok) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it.each(['a', 'b'])('survive copy %s removed', (copy) => {
    rmSync(path(copy));
    expect([reading(), bothGood()]).toEqual([copy, true]);
  });

  it('are read from every state that a change can be stopped in, as the old or the new', async () => {
    const vault = keyslotVaultWithFloor(folder, CHEAP);
    const authorisation = { type: 'passphrase', passphrase: FIRST } as const;
    expect((await changePassphrase(vault, authorisation, SECOND)).ok).toBe(true);
    const next = readFileSync(path('a'));
    const half = next.subarray(0, 400);
    const states: readonly (readonly [files: Record<string, Buffer>, opens: string])[] = [
      [{ a: good, b: good, 'a.tmp': Buffer.alloc(0) }, FIRST],
      [{ a: good, b: good, 'a.tmp': half }, FIRST],
      [{ a: good, b: good, 'a.tmp': next }, FIRST],
      [{ a: good, b: good, 'a.tmp': next, 'b.tmp': half }, FIRST],
      [{ a: good, b: good, 'a.tmp': next, 'b.tmp': next }, FIRST],
      [{ a: next, b: good, 'b.tmp': next }, SECOND],
      [{ a: next, b: next }, SECOND],
    ];
    for (const [files, passphrase] of states) {
      for (const name of ['a', 'b', 'a.tmp', 'b.tmp']) rmSync(path(name), { force: true });
      for (const [name, bytes] of Object.entries(files)) writeFileSync(path(name), bytes);
      const opened = await unlock(vault, { type: 'passphrase', passphrase });
      expect(opened.ok).toBe(true);
      expect(readFileSync(path('a')).equals(readFileSync(path('b')))).toBe(true);
    }
  });

  it('on a full disk still serve, say what was not repaired, and change nothing', () => {
    truncateSync(path('a'), 10);
    const run = spawnSync(
      'bash',
      ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, LIMITED, folder],
      {
        encoding: 'utf8',
      },
    );
    expect({ errors: run.stderr, said: JSON.parse(run.stdout) as unknown }).toEqual({
      errors: '',
      said: {
        read: { ok: true, repaired: null, unrepaired: 'a' },
        write: { ok: false, failure: { kind: 'no-space' } },
        unlock: { ok: false, failure: { kind: 'no-space' } },
        change: { ok: false, failure: { kind: 'no-space' } },
      },
    });
    expect(readdirSync(folder).sort()).toEqual(['attempts', 'keyslots.a', 'keyslots.b']);
    expect(readFileSync(path('b')).equals(good)).toBe(true);
    // Space is back: everything works again.
    expect([reading(), bothGood()]).toEqual(['a', true]);
  });

  it('are not kept from their folder by something in the place of a temporary file', () => {
    rmSync(path('a'));
    mkdirSync(join(path('a.tmp'), 'in the way'), { recursive: true });
    expect([reading(), bothGood()]).toEqual(['a', true]);
  });
});
