import { chmodSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KdfParams } from '../../src/vault/keys/kdf.ts';
import {
  createKeyslotsWith,
  keyslotVaultWithFloor,
} from '../../src/vault/keys/keyslot-operations.ts';
import { readKeyslots } from '../../src/vault/keys/keyslots-copies.ts';
import { serialiseKeyslots } from '../../src/vault/keys/keyslots-format.ts';

const CHEAP: KdfParams = { memoryKib: 32, passes: 1, lanes: 4 };

let folder: string;
let good: Buffer;
const path = (copy: string): string => join(folder, `keyslots.${copy}`);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steady-state-copies-'));
  await createKeyslotsWith(
    keyslotVaultWithFloor(folder, CHEAP),
    'violet anchor plain river',
    CHEAP,
  );
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

describe('the two copies of the keyslots', () => {
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

  // Root may write anywhere, so there is nothing to see as root.
  it.skipIf(process.getuid?.() === 0)(
    'serve from a read-only folder and say what could not be repaired',
    () => {
      truncateSync(path('a'), 10);
      chmodSync(folder, 0o500);
      const read = readKeyslots(folder, CHEAP);
      chmodSync(folder, 0o700);
      expect(read).toMatchObject({ ok: true, value: { repaired: null, unrepaired: 'a' } });
    },
  );
});
