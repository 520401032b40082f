import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DATABASE_FILE, openDatabase } from '../../src/vault/db/open.ts';
import { parseOfficerIdentity } from '../../src/vault/keys/officer-identity.ts';
import { root } from '../lib/project.ts';
import { must } from './must.ts';

export interface AgeIdentities {
  readonly x25519: string;
  readonly hybrid: string;
}

/**
 * The age identities inside a vault that nobody has open. The vault has no call that gives a key
 * away, so this goes the owner's way: the passphrase, scripts/vault-key.mjs, the database itself.
 */
export function readAgeIdentities(vaultDir: string, passphrase: string): AgeIdentities {
  const printed = spawnSync(process.execPath, [join(root, 'scripts/vault-key.mjs'), vaultDir], {
    input: passphrase,
    encoding: 'utf8',
  });
  const hex = /^x'([0-9a-f]{64})([0-9a-f]{32})'\n$/u.exec(printed.stdout);
  if (hex === null) throw new Error('scripts/vault-key.mjs printed no key');
  const key = { dataKey: Buffer.from(hex[1] ?? '', 'hex'), salt: Buffer.from(hex[2] ?? '', 'hex') };
  const database = must(openDatabase(join(vaultDir, DATABASE_FILE), key), 'database');
  try {
    const body = database.prepare('SELECT body FROM own_identity').pluck().get();
    const identity = parseOfficerIdentity(JSON.parse(String(body)));
    return { x25519: identity.ageIdentity, hybrid: identity.ageHybridIdentity };
  } finally {
    database.close();
  }
}
