import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileGrants } from '../../src/vault/grants.ts';
import { KDF_FLOOR } from '../../src/vault/keys/kdf.ts';
import { keyslotVault, unlockWithPassphrase } from '../../src/vault/keys/keyslots.ts';
import { Session } from '../../src/vault/session.ts';

/** The passphrase of every vault of the tests. */
export const PASSPHRASE = 'correct-horse battery staple lantern 9';

/** The day it is in every vault of the tests. */
export const TODAY = '2026-11-24';

/** A new vault, whole and closed, to be copied: making one costs two runs of Argon2id. */
export interface VaultTemplate {
  readonly officerName: string;
  readonly vaultId: string;
  readonly dataKey: Buffer;
  readonly salt: Buffer;
  readonly recoveryCode: string;
  copyTo(folder: string): void;
}

const templates = new Map<string, Promise<VaultTemplate>>();
let root: string | null = null;

/** The vault of an officer of this name; made once in each test file. */
export function vaultTemplate(officerName: string): Promise<VaultTemplate> {
  const known = templates.get(officerName) ?? make(officerName);
  templates.set(officerName, known);
  return known;
}

async function make(officerName: string): Promise<VaultTemplate> {
  const folder = join(templateRoot(), `vault-${String(templates.size)}`);
  const session = new Session({
    vaultDir: folder,
    grants: new FileGrants(),
    emit: () => undefined,
    now: () => new Date(`${TODAY}T09:00:00.000Z`),
    newVaultKdf: KDF_FLOOR,
  });
  const made = await session.create({
    passphrase: PASSPHRASE,
    officerName,
    post: `Post of ${officerName}`,
  });
  session.end();
  if (!made.ok) throw new Error(`no template: ${made.failure.kind}`);
  const keys = await unlockWithPassphrase(keyslotVault(folder), PASSPHRASE);
  if (!keys.ok) throw new Error(`no template: ${keys.failure.kind}`);
  const { vaultId, dataKey, salt } = keys.value;
  const { recoveryCode } = made.value;
  return {
    ...{ officerName, vaultId, dataKey, salt, recoveryCode },
    copyTo: (target) => cpSync(folder, target, { recursive: true }),
  };
}

function templateRoot(): string {
  if (root !== null) return root;
  const folder = mkdtempSync(join(tmpdir(), 'steady-template-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  root = folder;
  return folder;
}
