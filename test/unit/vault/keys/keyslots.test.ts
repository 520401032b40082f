import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCheckedJson, sealCheckedJson } from '../../../../src/vault/keys/checked-json.ts';
import { systemClock, type GuessClock } from '../../../../src/vault/keys/guess-limit.ts';
import { KDF_FLOOR, type KdfParams } from '../../../../src/vault/keys/kdf.ts';
import {
  changePassphrase as changeWithFloor,
  createKeyslotsWith,
  keyslotVaultWithFloor,
  unlock,
} from '../../../../src/vault/keys/keyslot-operations.ts';
import {
  changePassphrase,
  createKeyslots,
  keyslotsStatus,
  keyslotVault,
  replaceRecoveryCode,
  setPassphrase,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  verifyRecoveryCode,
  type CreatedKeyslots,
  type KeyslotVault,
} from '../../../../src/vault/keys/keyslots.ts';

// Argon2id at its real cost, on machines that do other work too.
vi.setConfig({ testTimeout: 60_000 });

const FIRST = 'violet anchor plain river';
const SECOND = 'seven lanterns over the weir';
const WRONG = 'violet anchor plain rivet';
/** The cost of a run with this floor is nothing; the format and the rules are the same. */
const CHEAP: KdfParams = { memoryKib: 32, passes: 1, lanes: 4 };
const wrongSecret = (retryAfterSeconds = 0) => ({
  ok: false,
  failure: { kind: 'wrong-secret', retryAfterSeconds },
});

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'steady-state-keys-')), 'vault');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

function cheap(clock: GuessClock = systemClock): KeyslotVault {
  return keyslotVaultWithFloor(folder, CHEAP, clock);
}
async function created(vault: KeyslotVault, kdf: KdfParams): Promise<CreatedKeyslots> {
  const outcome = await createKeyslotsWith(vault, FIRST, kdf);
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value;
}
/** Which of the secrets open the vault to this very key. */
async function opening(secrets: Record<string, string>, key: Buffer): Promise<string[]> {
  const names: string[] = [];
  for (const [name, secret] of Object.entries(secrets)) {
    const vault = cheap({ wallMs: () => 9e12, monotonicMs: () => 0 });
    const outcome = await unlock(
      vault,
      /^.{5}(-.{5}){7}$/u.test(secret)
        ? { type: 'recovery-code', code: secret }
        : { type: 'passphrase', passphrase: secret },
    );
    if (outcome.ok && outcome.value.dataKey.equals(key)) names.push(name);
  }
  return names;
}
// oxlint-disable-next-line typescript/no-explicit-any -- hostile files have any shape
function rewrite(change: (file: Record<string, any>) => void): void {
  for (const copy of ['a', 'b']) {
    const path = join(folder, `keyslots.${copy}`);
    const body = structuredClone(openCheckedJson(readFileSync(path)) ?? {});
    change(body);
    writeFileSync(path, sealCheckedJson(body));
  }
}

describe('keyslots at the product\u2019s own cost', () => {
  it('open with the passphrase and with the recovery code to the same key, and with nothing else', async () => {
    const vault = keyslotVault(folder);
    const made = await createKeyslots(vault, FIRST, KDF_FLOOR);
    if (!made.ok) throw new Error(made.failure.kind);
    const { dataKey, salt, vaultId, recoveryCode } = made.value;
    expect([dataKey.length, salt.length]).toEqual([32, 16]);
    const key = { vaultId, dataKey, salt, repaired: null, unrepaired: null };
    expect(await unlockWithPassphrase(vault, FIRST)).toEqual({
      ok: true,
      value: { ...key, generation: 1, failedAttempts: 0 },
    });
    expect(await unlockWithPassphrase(vault, WRONG)).toEqual(wrongSecret());
    expect(await unlockWithRecoveryCode(vault, recoveryCode.toLowerCase())).toEqual({
      ok: true,
      value: { ...key, generation: 1, failedAttempts: 1 },
    });
    expect(
      await changePassphrase(vault, { type: 'passphrase', passphrase: FIRST }, SECOND),
    ).toEqual({ ok: true, value: { generation: 2, repaired: null } });
    expect(await unlockWithPassphrase(vault, FIRST)).toEqual(wrongSecret());
    expect((await unlockWithPassphrase(vault, SECOND)).ok).toBe(true);
    expect(keyslotsStatus(vault)).toEqual({
      ok: true,
      value: {
        vaultId,
        generation: 2,
        passphraseKdf: KDF_FLOOR,
        hasRecoveryCode: true,
        retryAfterSeconds: 0,
        repaired: null,
        unrepaired: null,
      },
    });
  });

  it('refuse a cost below the floor, given or found', async () => {
    const vault = keyslotVault(folder);
    await expect(createKeyslots(vault, FIRST, CHEAP)).rejects.toThrow(RangeError);
    await created(cheap(), CHEAP);
    expect(await unlockWithPassphrase(vault, FIRST)).toEqual({
      ok: false,
      failure: { kind: 'keyslots-refused', reason: 'out-of-bounds' },
    });
    await expect(
      changePassphrase(vault, { type: 'passphrase', passphrase: FIRST }, SECOND, CHEAP),
    ).rejects.toThrow(RangeError);
  });

  it('cost as much for a missing slot and an altered one as for a wrong passphrase', async () => {
    const vault = keyslotVault(folder, { wallMs: () => 0, monotonicMs: () => 0 });
    const made = await createKeyslots(vault, FIRST, KDF_FLOOR);
    if (!made.ok) throw new Error(made.failure.kind);
    // Processor time, of all threads: what else the machine does is not in it.
    const costOf = async (run: () => Promise<unknown>): Promise<number> => {
      const before = process.cpuUsage();
      expect(await run()).toEqual(wrongSecret());
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const wrong = await costOf(() => unlockWithPassphrase(vault, WRONG));
    rewrite((file) => (file['slots'][0].wrappedKey = '00'.repeat(48)));
    const altered = await costOf(() => unlockWithPassphrase(vault, FIRST));
    rewrite((file) => file['slots'].pop());
    const missing = await costOf(() => unlockWithRecoveryCode(vault, made.value.recoveryCode));
    // Without the KDF it would be a fiftieth.
    for (const cost of [altered, missing]) expect(cost).toBeGreaterThan(wrong / 4);
  });
});

describe('keyslots', () => {
  it('make a folder and files that only their owner may read', async () => {
    await created(cheap(), CHEAP);
    const modes = ['.', ...readdirSync(folder).sort()].map((name) => [
      name,
      (statSync(join(folder, name)).mode & 0o777).toString(8),
    ]);
    expect(modes).toEqual([
      ['.', '700'],
      ['attempts', '600'],
      ['keyslots.a', '600'],
      ['keyslots.b', '600'],
    ]);
  });

  it('are never made over others, whatever those hold', async () => {
    await created(cheap(), CHEAP);
    rmSync(join(folder, 'keyslots.a'));
    writeFileSync(join(folder, 'keyslots.b'), '');
    expect(await createKeyslotsWith(cheap(), FIRST, CHEAP)).toEqual({
      ok: false,
      failure: { kind: 'vault-exists' },
    });
  });

  it('are not made for a weak passphrase, and nothing is left on the disk', async () => {
    expect(await createKeyslotsWith(cheap(), 'password1234', CHEAP)).toEqual({
      ok: false,
      failure: { kind: 'weak-passphrase', reason: 'too-common' },
    });
    expect(readdirSync(join(folder, '..'))).toEqual([]);
  });

  it('say no-vault where there is nothing', async () => {
    expect(keyslotsStatus(cheap())).toEqual({ ok: false, failure: { kind: 'no-vault' } });
    expect(await unlock(cheap(), { type: 'passphrase', passphrase: FIRST })).toEqual({
      ok: false,
      failure: { kind: 'no-vault' },
    });
  });

  it('open for a passphrase typed in another Unicode form', async () => {
    const vault = cheap();
    await createKeyslotsWith(vault, 'Cafe\u0301 lanterns, \u{FF12} rivers', CHEAP);
    expect(
      (await unlock(vault, { type: 'passphrase', passphrase: 'Caf\u00e9 lanterns, 2 rivers' })).ok,
    ).toBe(true);
  });

  it('wrap a different key with different salts for the same passphrase', async () => {
    const one = await created(cheap(), CHEAP);
    const first = readFileSync(join(folder, 'keyslots.a'), 'utf8');
    rmSync(folder, { recursive: true });
    const two = await created(cheap(), CHEAP);
    expect(one.dataKey.equals(two.dataKey)).toBe(false);
    const hexes = [
      ...(first + readFileSync(join(folder, 'keyslots.a'), 'utf8')).matchAll(/[0-9a-f]{24,}/gu),
    ].map(([hex]) => hex);
    expect(new Set(hexes).size).toBe(hexes.length);
    expect(hexes).toHaveLength(16);
  });

  it('change hands from one passphrase to the next, the recovery code staying good', async () => {
    const vault = cheap();
    const made = await created(vault, CHEAP);
    await changeWithFloor(vault, { type: 'passphrase', passphrase: FIRST }, SECOND);
    expect(await opening({ FIRST, SECOND, code: made.recoveryCode }, made.dataKey)).toEqual([
      'SECOND',
      'code',
    ]);
  });

  it('take a new passphrase for a data key that the recovery code opened', async () => {
    const vault = cheap();
    const made = await created(vault, CHEAP);
    const opened = await unlockWithRecoveryCode(vault, made.recoveryCode);
    if (!opened.ok) throw new Error(opened.failure.kind);
    const { dataKey, generation } = opened.value;
    expect([dataKey.equals(made.dataKey), generation]).toEqual([true, 1]);
    expect(await setPassphrase(vault, dataKey, 'short')).toEqual({
      ok: false,
      failure: { kind: 'weak-passphrase', reason: 'too-short' },
    });
    expect(await setPassphrase(vault, dataKey, SECOND)).toEqual({
      ok: true,
      value: { generation: 2, repaired: null },
    });
    expect(await opening({ FIRST, SECOND, code: made.recoveryCode }, made.dataKey)).toEqual([
      'SECOND',
      'code',
    ]);
  });

  it('forget the old recovery code when a new one is made', async () => {
    const vault = cheap();
    const made = await created(vault, CHEAP);
    const replaced = await replaceRecoveryCode(vault, { type: 'passphrase', passphrase: FIRST });
    if (!replaced.ok) throw new Error(replaced.failure.kind);
    const codes = { FIRST, old: made.recoveryCode, new: replaced.value.recoveryCode };
    expect(await opening(codes, made.dataKey)).toEqual(['FIRST', 'new']);
  });

  it('check a code typed back against the vault, and count no try for it', async () => {
    const vault = cheap();
    const made = await created(vault, CHEAP);
    const other = '00000-00001-00002-00003-00004-00005-00006-00007';
    const mistyped = (group: number | null) => ({
      ok: false,
      failure: { kind: 'recovery-code-mistyped', group },
    });
    expect(await verifyRecoveryCode(vault, made.recoveryCode)).toEqual({ ok: true, value: null });
    for (let tries = 0; tries < 5; tries += 1)
      expect(await verifyRecoveryCode(vault, other)).toEqual(mistyped(null));
    expect(await verifyRecoveryCode(vault, other.replace('00003', '00013'))).toEqual(mistyped(4));
    expect(await unlockWithRecoveryCode(vault, 'nonsense')).toEqual(mistyped(1));
    expect(await unlock(vault, { type: 'passphrase', passphrase: FIRST })).toMatchObject({
      ok: true,
      value: { failedAttempts: 0 },
    });
  });

  it('answer too-soon without trying, even the right passphrase, after four wrong ones', async () => {
    const vault = cheap({ wallMs: () => 0, monotonicMs: () => 0 });
    await created(vault, CHEAP);
    for (const wait of [0, 0, 0, 1])
      expect(await unlock(vault, { type: 'passphrase', passphrase: WRONG })).toEqual(
        wrongSecret(wait),
      );
    const tooSoon = { ok: false, failure: { kind: 'too-soon', retryAfterSeconds: 1 } };
    expect(await unlock(vault, { type: 'passphrase', passphrase: FIRST })).toEqual(tooSoon);
    expect(await changeWithFloor(vault, { type: 'passphrase', passphrase: FIRST }, SECOND)).toEqual(
      tooSoon,
    );
    expect(keyslotsStatus(vault)).toMatchObject({ ok: true, value: { retryAfterSeconds: 1 } });
  });

  // oxlint-disable-next-line typescript/no-explicit-any -- hostile files have any shape
  it.each<[string, (file: Record<string, any>) => void]>([
    ['kdf memory', (file) => (file['slots'][0].kdf.memoryKib += 1)],
    ['kdf passes', (file) => (file['slots'][0].kdf.passes += 1)],
    ['salt', (file) => (file['slots'][0].salt = '00'.repeat(16))],
    ['nonce', (file) => (file['slots'][0].nonce = '00'.repeat(12))],
    ['slot id', (file) => (file['slots'][0].id = '00000000-0000-4000-8000-000000000000')],
    ['vault id', (file) => (file['vaultId'] = '00000000-0000-4000-8000-000000000000')],
    ['database salt', (file) => (file['databaseSalt'] = '00'.repeat(16))],
    [
      'slot types, exchanged',
      (file) => {
        file['slots'][0].type = 'recovery-code';
        file['slots'][1].type = 'passphrase';
      },
    ],
  ])('with an altered %s and a checksum put right open to nothing', async (_what, change) => {
    const made = await created(cheap(), CHEAP);
    rewrite(change);
    expect(await opening({ FIRST }, made.dataKey)).toEqual([]);
    expect(await unlock(cheap(), { type: 'passphrase', passphrase: FIRST })).toMatchObject({
      failure: { kind: 'wrong-secret' },
    });
  });

  it('of another vault put beside these are refused', async () => {
    await created(cheap(), CHEAP);
    const kept = join(folder, '..', 'kept');
    copyFileSync(join(folder, 'keyslots.a'), kept);
    rmSync(folder, { recursive: true });
    await created(cheap(), CHEAP);
    copyFileSync(kept, join(folder, 'keyslots.a'));
    expect(keyslotsStatus(cheap())).toEqual({
      ok: false,
      failure: { kind: 'keyslots-refused', reason: 'malformed' },
    });
  });

  it('of a newer program are refused and left as they are', async () => {
    await created(cheap(), CHEAP);
    const path = join(folder, 'keyslots.a');
    const newer = sealCheckedJson({
      ...openCheckedJson(readFileSync(path)),
      version: 2,
      generation: 9,
    });
    writeFileSync(path, newer);
    expect(keyslotsStatus(cheap())).toEqual({
      ok: false,
      failure: { kind: 'keyslots-refused', reason: 'newer-version' },
    });
    expect(readFileSync(path).equals(newer)).toBe(true);
  });

  it('put no secret into a failure, a fault or a file', async () => {
    const vault = cheap();
    const made = await created(vault, CHEAP);
    const secrets = [
      FIRST,
      SECOND,
      WRONG,
      made.recoveryCode,
      made.recoveryCode.replaceAll('-', ''),
    ].flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64').replace(/=+$/u, ''),
    ]);
    secrets.push(made.dataKey.toString('hex'), made.dataKey.toString('base64'));
    const said: unknown[] = [];
    const run = async (call: () => unknown): Promise<void> => {
      try {
        const outcome = (await call()) as { ok: boolean };
        said.push(outcome.ok ? 'ok' : outcome);
      } catch (error) {
        said.push(String(error), error instanceof Error ? error.stack : null);
      }
    };
    await run(() => unlock(vault, { type: 'passphrase', passphrase: WRONG }));
    await run(() => unlock(vault, { type: 'recovery-code', code: `${made.recoveryCode}X` }));
    await run(() => unlock(vault, { type: 'recovery-code', code: made.recoveryCode.slice(3) }));
    await run(() => verifyRecoveryCode(vault, made.recoveryCode.replace('-', '-X')));
    await run(() => changeWithFloor(vault, { type: 'passphrase', passphrase: WRONG }, SECOND));
    await run(() =>
      changeWithFloor(vault, { type: 'passphrase', passphrase: FIRST }, SECOND.slice(0, 9)),
    );
    await run(() =>
      changeWithFloor(vault, { type: 'passphrase', passphrase: FIRST }, SECOND.repeat(99)),
    );
    await run(() => createKeyslotsWith(vault, FIRST, CHEAP));
    await run(() => createKeyslots(keyslotVault(join(folder, 'x')), FIRST, CHEAP));
    await run(() =>
      createKeyslotsWith(keyslotVaultWithFloor(join(folder, 'attempts', 'x'), CHEAP), FIRST, CHEAP),
    );
    rewrite((file) => (file['slots'] = []));
    await run(() => unlock(vault, { type: 'passphrase', passphrase: FIRST }));
    await run(() => keyslotsStatus(vault));
    const everything =
      JSON.stringify(said) +
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(said.length).toBeGreaterThanOrEqual(12);
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  });
});
