import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabase, databasePath } from '../../../../src/vault/db/open.ts';
import { KDF_FLOOR } from '../../../../src/vault/keys/kdf.ts';
import {
  createKeyslots,
  keyslotVault,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
} from '../../../../src/vault/keys/keyslots.ts';

// Argon2id at its real cost, on machines that do other work too.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, '../../../..');
const SCRIPT = join(ROOT, 'scripts/vault-key.mjs');
const VECTORS = join(ROOT, 'test/vectors/keyslots');
const vector = JSON.parse(readFileSync(join(VECTORS, 'v1.json'), 'utf8')) as Record<
  'passphrase' | 'passphraseNfkc' | 'recoveryCode' | 'vaultId' | 'dataKey' | 'databaseSalt',
  string
>;
const RAW_KEY = `x'${vector.dataKey}${vector.databaseSalt}'\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steady-state-vector-'));
  cpSync(join(VECTORS, 'v1'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function script(
  input: string,
  ...words: string[]
): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [SCRIPT, ...words], { input, encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('the frozen keyslots', () => {
  it('are opened by the product, with both secrets, to the frozen key', async () => {
    const vault = keyslotVault(folder, { wallMs: () => 9e12, monotonicMs: () => 0 });
    // The first try finds no file of attempts, as after a restored copy: a wait, no open door.
    const first = await unlockWithPassphrase(vault, vector.passphrase);
    expect(first).toMatchObject({
      ok: false,
      failure: { kind: 'too-soon', retryAfterSeconds: 300 },
    });
    const start = vault.guessLimit.start();
    expect(start.ok).toBe(true);
    for (const outcome of [
      await unlockWithPassphrase(vault, vector.passphrase),
      await unlockWithRecoveryCode(vault, vector.recoveryCode),
    ]) {
      if (!outcome.ok) throw new Error(outcome.failure.kind);
      const { vaultId, dataKey, salt } = outcome.value;
      expect({
        vaultId,
        dataKey: dataKey.toString('hex'),
        databaseSalt: salt.toString('hex'),
      }).toEqual({
        vaultId: vector.vaultId,
        dataKey: vector.dataKey,
        databaseSalt: vector.databaseSalt,
      });
    }
  });
});

describe('scripts/vault-key.mjs', () => {
  it('prints the frozen key and nothing else', () => {
    const right = { status: 0, out: RAW_KEY, err: '' };
    expect(script(`${vector.passphrase}\n`, folder)).toEqual(right);
    expect(script(vector.passphraseNfkc, folder)).toEqual(right);
    expect(script(vector.recoveryCode.toLowerCase(), folder, '--recovery-code')).toEqual(right);
  });

  it('imports nothing of the product, so that it checks the page and not the code', () => {
    const sources = [...readFileSync(SCRIPT, 'utf8').matchAll(/from '([^']+)'/gu)].map(
      ([, name]) => name,
    );
    expect(sources).toEqual(['node:crypto', 'node:fs', 'node:path', '@node-rs/argon2']);
  });

  it('uses the other copy where one is cut, and says so', () => {
    truncateSync(join(folder, 'keyslots.a'), 100);
    const run = script(vector.passphrase, folder);
    expect(run).toEqual({
      status: 0,
      out: RAW_KEY,
      err: 'Note: keyslots.a is damaged; the other copy is used.\n',
    });
  });

  it.each<[string, () => { status: number | null; out: string; err: string }, number, RegExp]>([
    ['a wrong passphrase', () => script('wrong', folder), 1, /does not open the vault/u],
    ['an empty passphrase', () => script('', folder), 1, /does not open the vault/u],
    [
      'half a recovery code',
      () => script('ABCDE', folder, '--recovery-code'),
      1,
      /eight groups of five/u,
    ],
    ['no folder', () => script(''), 2, /^Usage:/u],
    ['an unknown option', () => script('', '--help'), 2, /^Usage:/u],
    ['an empty folder', () => script('', join(folder, 'elsewhere')), 3, /no vault in this folder/u],
    [
      'two damaged copies',
      () => {
        for (const copy of ['a', 'b']) truncateSync(join(folder, `keyslots.${copy}`), 500);
        return script(vector.passphrase, folder);
      },
      3,
      /keyslots\.a is damaged; keyslots\.b is damaged/u,
    ],
    [
      'a hostile cost',
      () => {
        for (const copy of ['a', 'b']) writeFileSync(join(folder, `keyslots.${copy}`), HOSTILE);
        return script(vector.passphrase, folder);
      },
      3,
      /breaks a rule of the format/u,
    ],
  ])('on %s says what is wrong and prints no key', (_what, run, status, message) => {
    const result = run();
    expect({ status: result.status, out: result.out }).toEqual({ status, out: '' });
    expect(result.err).toMatch(message);
    expect(result.err).not.toContain('    at ');
  });
});

const HOSTILE = readFileSync(join(VECTORS, 'hostile-4-tib.json'));

describe('the printed key', () => {
  it('opens the database of a vault in real SQLCipher, which finds every page intact', async () => {
    const vault = join(folder, 'vault');
    const made = await createKeyslots(keyslotVault(vault), 'violet anchor plain river', KDF_FLOOR);
    if (!made.ok) throw new Error(made.failure.kind);
    const database = createDatabase(databasePath(vault), made.value);
    database.exec("CREATE TABLE kept (word TEXT); INSERT INTO kept VALUES ('lantern')");
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();

    const key = script('violet anchor plain river', vault).out.trim();
    const peer = new SqlCipher(databasePath(vault));
    peer.pragma(`key = "${key}"`);
    expect(peer.pragma('cipher_version')).toEqual([
      { cipher_version: expect.stringMatching(/^4\./u) },
    ]);
    expect(peer.prepare('SELECT word FROM kept').all()).toEqual([{ word: 'lantern' }]);
    expect(peer.pragma('cipher_integrity_check')).toEqual([]);
    peer.close();
  });
});
