import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  beginVaultFolder,
  finishVaultFolder,
  folderState,
} from '../../../src/vault/vault-folder.ts';
import { valueOf } from '../../support/records.ts';

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'steady-folder-'));
  folder = join(base, 'profile', 'vault');
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

describe('what stands where the vault should be', () => {
  it('is a place for a first run only where there is nothing', () => {
    expect(folderState(folder)).toBe('no-vault');
    mkdirSync(folder, { recursive: true });
    expect(folderState(folder)).toBe('no-vault');
    writeFileSync(join(folder, '.hidden'), '');
    expect(folderState(folder)).toBe('database-missing');
    writeFileSync(join(folder, 'vault.db'), '');
    expect(folderState(folder)).toBe('vault');
  });
});

describe('a folder for a new vault', () => {
  it('is made beside its place, for its owner alone, and gets its name when it is whole', () => {
    const lock = valueOf(beginVaultFolder(folder));
    expect(lock.folder.startsWith(`${folder}.new-`)).toBe(true);
    for (const path of [join(base, 'profile'), lock.folder]) {
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }
    expect(folderState(folder)).toBe('no-vault');
    lock.release();
    valueOf(finishVaultFolder(lock.folder, folder));
    expect(readdirSync(join(base, 'profile'))).toEqual(['vault']);
  });

  it('of an earlier try that was killed is removed at the next, and nothing else is', () => {
    const killed = valueOf(beginVaultFolder(folder));
    writeFileSync(join(killed.folder, 'keyslots.a'), 'half');
    killed.release();
    mkdirSync(join(base, 'profile', 'vault-of-somebody-else'));
    writeFileSync(`${folder}.new-a-file-of-the-officer`, 'x');
    const next = valueOf(beginVaultFolder(folder));
    expect(readdirSync(join(base, 'profile')).sort()).toEqual(
      [
        'vault-of-somebody-else',
        'vault.new-a-file-of-the-officer',
        next.folder.split('/').at(-1),
      ].sort(),
    );
    next.release();
  });

  it('that another process is making at this moment is left alone', () => {
    const first = valueOf(beginVaultFolder(folder));
    const second = valueOf(beginVaultFolder(folder));
    expect(statSync(first.folder).isDirectory()).toBe(true);
    first.release();
    second.release();
    valueOf(finishVaultFolder(first.folder, folder));
    writeFileSync(join(folder, 'vault.db'), 'first');
    // Who comes second finds a vault, and leaves it as it is.
    expect(finishVaultFolder(second.folder, folder)).toEqual({
      ok: false,
      failure: { kind: 'vault-exists' },
    });
    expect(readdirSync(folder).sort()).toEqual(['lock', 'vault.db']);
  });

  it('takes the place of an empty folder', () => {
    mkdirSync(folder, { recursive: true });
    const lock = valueOf(beginVaultFolder(folder));
    lock.release();
    valueOf(finishVaultFolder(lock.folder, folder));
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});
