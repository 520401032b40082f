#!/usr/bin/env node
// The owner's way out: prints the age identities of a vault's officer, so that the stock `age` opens
// the bundles that were sealed for them.
//
//   node scripts/identity.mjs VAULT [--post-quantum] [--recovery-code] > identity.txt
//
// Prints X25519 identities (AGE-SECRET-KEY-1...), which any age takes; with --post-quantum the hybrid
// ones (AGE-SECRET-KEY-PQ-1...), which need age 1.3 or later. Where the officer's keys were renewed,
// the earlier ones follow: what was sealed before then opens with them alone.
//
// The secret goes to scripts/vault-key.mjs, which reads it from a prompt without echo, or from
// standard input. Prints the identities on standard output and nothing else, changes nothing in the
// vault, and looks at an encrypted copy of its database in a temporary folder.
// Written from docs/vault-format.md alone, without a line of src.
// Exit: 0 printed; 1 to 3 as scripts/vault-key.mjs; 4 the database does not open, or holds no identity.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--'));
const folders = words.filter((word) => !word.startsWith('--'));
const [folder] = folders;

function stop(exitCode, message) {
  if (message !== null) process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}

/** x'<key><salt>' as the key script prints it; its own words and exit where it does not. */
function keyOf(vault) {
  const script = join(import.meta.dirname, 'vault-key.mjs');
  const withCode = options.includes('--recovery-code') ? ['--recovery-code'] : [];
  const asked = spawnSync(process.execPath, [script, vault, ...withCode], {
    stdio: ['inherit', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (asked.status !== 0) stop(asked.status ?? 4, null);
  const key = asked.stdout.trim();
  if (!/^x'[0-9a-f]{96}'$/u.test(key)) stop(4, 'There is no key for the database.');
  return key;
}

/** What the vault keeps of its officer's keys, from a copy: reading a database can write to it. */
function identityIn(vault, key) {
  const copy = mkdtempSync(join(tmpdir(), 'identity-'));
  let database = null;
  try {
    for (const name of ['vault.db', 'vault.db-wal']) {
      if (existsSync(join(vault, name))) copyFileSync(join(vault, name), join(copy, name));
    }
    database = new Database(join(copy, 'vault.db'), { fileMustExist: true });
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    database.pragma(`key = "${key}"`);
    return JSON.parse(database.prepare('SELECT body FROM own_identity').pluck().get());
  } catch {
    // Not the library's words: they may hold the key.
    return null;
  } finally {
    database?.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

const KNOWN = ['--post-quantum', '--recovery-code'];
if (folders.length !== 1 || options.some((option) => !KNOWN.includes(option))) {
  stop(2, 'Usage: node scripts/identity.mjs VAULT [--post-quantum] [--recovery-code]');
}
const identity = identityIn(folder, keyOf(folder));
if (identity?.format !== 'steady-state-officer-identity') {
  stop(4, 'The database does not open, or holds no identity.');
}
const member = options.includes('--post-quantum') ? 'ageHybridIdentity' : 'ageIdentity';
const all = [identity, ...[...(identity.earlier ?? [])].reverse()];
process.stdout.write(all.map((keys) => `${keys[member]}\n`).join(''));
