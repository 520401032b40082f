import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqlCipher from '@signalapp/sqlcipher';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
let folder: string;
let output: string;
let status: number | null;

// The whole demo, once: two vaults, some 650 durable saves, two bundles.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steady-state-demo-test-'));
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/demo.ts'), '--out', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  ({ status } = run);
  output = run.stdout + run.stderr;
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the demo', () => {
  it('ends well, with every check passed', () => {
    expect(output).toMatch(/\d+ checks passed, 0 failed/u);
    expect(status).toBe(0);
  });

  it('leaves two vaults, two bundles and two identities, secret to their owner', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'handover-post-quantum.age',
      'handover.age',
      'identity-post-quantum.txt',
      'identity.txt',
      'vault-a',
      'vault-b',
    ]);
    for (const name of ['identity.txt', 'identity-post-quantum.txt', 'vault-a/vault.db']) {
      expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
    }
  });

  it.each(['vault-a', 'vault-b'])(
    'leaves %s so that real SQLCipher opens it, every page intact',
    (name) => {
      const passphrase = new RegExp(`${name} {3}(.+)`, 'u').exec(output)?.[1] ?? '';
      const script = join(ROOT, 'scripts/vault-key.mjs');
      const printed = spawnSync(process.execPath, [script, join(folder, name)], {
        input: passphrase,
        encoding: 'utf8',
      });
      const database = new SqlCipher(join(folder, name, 'vault.db'));
      try {
        database.exec(`PRAGMA key = "${printed.stdout.trim()}"`);
        expect(database.prepare('PRAGMA cipher_integrity_check').all()).toEqual([]);
        expect(database.prepare('PRAGMA integrity_check').all()).toEqual([
          { integrity_check: 'ok' },
        ]);
        const contacts = database.prepare('SELECT count(*) AS n FROM contact').get<{ n: number }>();
        expect(contacts?.n).toBeGreaterThanOrEqual(30);
      } finally {
        database.close();
      }
    },
  );

  it.each([
    ['handover.age', 'identity.txt'],
    ['handover-post-quantum.age', 'identity-post-quantum.txt'],
  ])('leaves %s so that age opens it with %s to a plain archive', async (bundle, identity) => {
    const secret = readFileSync(join(folder, identity), 'utf8').split('\n')[1] ?? '';
    const decrypter = new Decrypter();
    decrypter.addIdentity(secret);
    const archive = await decrypter.decrypt(readFileSync(join(folder, bundle)));
    const listed = spawnSync('tar', ['t'], { input: archive, encoding: 'utf8' });
    const names = listed.stdout.trim().split('\n');
    expect(names.slice(0, 3)).toEqual(['manifest.json', 'manifest.sig', 'changes.ndjson']);
    expect(names.slice(3).length).toBeGreaterThan(0);
    expect(names.slice(3).every((entry) => /^attachments\/[0-9a-f]{64}$/u.test(entry))).toBe(true);
  });

  it('writes no word of a record outside its vaults and bundles in the clear', () => {
    const marker = Buffer.from('invented for demonstration');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => readFileSync(file).includes(marker))).toEqual([]);
  });

  it('asks for a folder, and refuses one that holds something', () => {
    const demo = (...words: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [join(ROOT, 'scripts/demo.ts'), ...words], { cwd: ROOT });
    expect(demo().status).toBe(2);
    expect(demo('--out', folder).status).toBe(2);
  });
});
