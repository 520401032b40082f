import { argon2Sync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  calibrate,
  CALIBRATED_MEMORY_MAX_KIB,
  deriveKey,
  KDF_CEILING,
  KDF_FLOOR,
  kdfWithinBounds,
  type KdfParams,
} from '../../../../src/vault/keys/kdf.ts';

// Argon2id at its real cost, on machines that do other work too.
vi.setConfig({ testTimeout: 60_000 });

const SALT = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

describe('deriveKey', () => {
  it.each<KdfParams>([
    KDF_FLOOR,
    { memoryKib: 32, passes: 1, lanes: 4 },
    { memoryKib: 1_024, passes: 5, lanes: 1 },
  ])('gives what the Argon2id of OpenSSL gives at %o', async (params) => {
    const secret = Buffer.from('lantern, orbit and seven rivers');
    const derived = await deriveKey(secret, SALT, params);
    const peer = argon2Sync('argon2id', {
      message: secret,
      nonce: SALT,
      memory: params.memoryKib,
      passes: params.passes,
      parallelism: params.lanes,
      tagLength: 32,
    });
    expect(derived.toString('hex')).toBe(peer.toString('hex'));
  });

  it.each<KdfParams>([
    { memoryKib: 4_294_967_295, passes: 3, lanes: 4 },
    { memoryKib: 65_536, passes: 2_147_483_648, lanes: 4 },
    { memoryKib: 65_536, passes: 3, lanes: 255 },
    { memoryKib: Number.NaN, passes: 3, lanes: 4 },
  ])('refuses %o at once instead of allocating', async (params) => {
    await expect(deriveKey(Buffer.from('x'), SALT, params)).rejects.toThrow(RangeError);
  });
});

describe('kdfWithinBounds', () => {
  it('takes the floor and the ceiling and nothing one step beyond', () => {
    const steps = (params: KdfParams, by: number): KdfParams[] => [
      { ...params, memoryKib: params.memoryKib + by },
      { ...params, passes: params.passes + by },
      { ...params, lanes: params.lanes + by },
    ];
    expect([KDF_FLOOR, KDF_CEILING].map((one) => kdfWithinBounds(one, KDF_FLOOR))).toEqual([
      true,
      true,
    ]);
    const beyond = [...steps(KDF_FLOOR, -1), ...steps(KDF_CEILING, 1), ...steps(KDF_FLOOR, 0.5)];
    expect(beyond.filter((one) => kdfWithinBounds(one, KDF_FLOOR))).toEqual([]);
  });
});

describe('calibrate', () => {
  /** A machine on which one pass over 64 MiB takes so many milliseconds. */
  const machine = (passMs: number) => (params: KdfParams) =>
    Promise.resolve((passMs * params.passes * params.memoryKib) / KDF_FLOOR.memoryKib);

  it('never goes below the floor, however slow the machine', async () => {
    expect(await calibrate(1_000, machine(5_000))).toEqual(KDF_FLOOR);
  });

  it('raises memory first and then passes, to between half and all of the target', async () => {
    for (const passMs of [300, 170, 100, 45, 20, 8]) {
      const measure = machine(passMs);
      const params = await calibrate(1_000, measure);
      expect(kdfWithinBounds(params, KDF_FLOOR)).toBe(true);
      expect(await measure(params)).toBeLessThanOrEqual(1_000);
      expect(await measure(params)).toBeGreaterThan(500);
    }
  });

  it('stops at the ceiling on a machine that is too fast to be slowed', async () => {
    expect(await calibrate(1_000, machine(0.001))).toEqual({
      memoryKib: CALIBRATED_MEMORY_MAX_KIB,
      passes: KDF_CEILING.passes,
      lanes: KDF_FLOOR.lanes,
    });
  });

  it('gives parameters within bounds on this very machine', async () => {
    expect(kdfWithinBounds(await calibrate(300), KDF_FLOOR)).toBe(true);
  });
});
