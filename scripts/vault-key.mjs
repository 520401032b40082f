#!/usr/bin/env node
// The owner's way out: prints the raw key of a vault's database, so that stock SQLCipher opens it.
//
//   node scripts/vault-key.mjs VAULT [--recovery-code]
//
// Reads the passphrase (or, with --recovery-code, the recovery code) from a prompt without echo,
// or from standard input where that is no terminal. Prints x'<64 hex key><32 hex salt>' on
// standard output and nothing else; it writes no file and changes nothing in the vault.
//
// Written from docs/vault-format.md alone, without a line of src, so that it checks that page.
// Exit: 0 printed; 1 the secret does not open the vault; 2 wrong usage; 3 no vault there, or its
// keyslots are damaged or refused.

import { createDecipheriv, createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashRaw } from '@node-rs/argon2';

const MAX_FILE_BYTES = 16_384;
const LIMITS = {
  memoryKib: [65_536, 1_048_576],
  passes: [3, 64],
  lanes: [4, 16],
};
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

class Stop extends Error {
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** RFC 8785 for what a keyslots file holds: objects, arrays, ASCII strings and whole numbers. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** One copy: its content, or the reason why it does not serve. */
function readCopy(path) {
  let text;
  try {
    if (statSync(path).size > MAX_FILE_BYTES)
      return { problem: 'is larger than any keyslots file' };
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return error.code === 'ENOENT'
      ? { absent: true, problem: 'is missing' }
      : { problem: 'cannot be read' };
  }
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: 'is damaged' };
  }
  const { checksum, ...body } = file ?? {};
  const expected = createHash('sha256').update(canonical(body)).digest('hex');
  if (canonical(file) !== text || checksum !== expected) return { problem: 'is damaged' };
  if (body.format !== 'steady-state-keyslots') return { problem: 'is not a keyslots file' };
  if (body.version !== 1)
    return { problem: 'is of a version this script does not know', stop: true };
  return hasRightForm(body) ? { body } : { problem: 'breaks a rule of the format' };
}

function hasRightForm(body) {
  const isHex = (value, bytes) =>
    typeof value === 'string' && new RegExp(`^[0-9a-f]{${bytes * 2}}$`).test(value);
  return (
    Number.isSafeInteger(body.generation) &&
    isHex(body.databaseSalt, 16) &&
    Array.isArray(body.slots) &&
    body.slots.length <= 8 &&
    body.slots.every(
      (slot) =>
        slot?.kdf?.algorithm === 'argon2id' &&
        slot.kdf.version === 19 &&
        Object.entries(LIMITS).every(
          ([name, [least, most]]) =>
            Number.isSafeInteger(slot.kdf[name]) &&
            slot.kdf[name] >= least &&
            slot.kdf[name] <= most,
        ) &&
        isHex(slot.salt, 16) &&
        isHex(slot.nonce, 12) &&
        isHex(slot.wrappedKey, 48),
    )
  );
}

/** The newest copy that serves. */
function readKeyslots(folder) {
  const copies = ['a', 'b'].map((name) => ({
    name,
    ...readCopy(join(folder, `keyslots.${name}`)),
  }));
  if (copies.every((copy) => copy.absent)) {
    throw new Stop(3, 'There is no vault in this folder (no keyslots.a or keyslots.b).');
  }
  const describe = copies
    .filter((copy) => copy.problem)
    .map((copy) => `keyslots.${copy.name} ${copy.problem}`);
  const valid = copies.filter((copy) => copy.body);
  if (valid.length === 0 || copies.some((copy) => copy.stop)) {
    throw new Stop(3, `The keyslots cannot be used: ${describe.join('; ')}.`);
  }
  for (const line of describe) process.stderr.write(`Note: ${line}; the other copy is used.\n`);
  return valid.reduce((best, copy) => (copy.body.generation > best.body.generation ? copy : best))
    .body;
}

/** The 20 bytes of a recovery code: of each group of five characters the first four carry data. */
function recoveryBytes(code) {
  const letters = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const data = [...letters].filter((_, index) => index % 5 !== 4);
  const values = data.map((letter) => CROCKFORD.indexOf(letter));
  if (letters.length !== 40 || values.includes(-1)) {
    throw new Stop(1, 'This is not a recovery code: it has eight groups of five characters.');
  }
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

async function unwrap(body, type, secret) {
  const slot = body.slots.find((one) => one.type === type);
  if (slot === undefined) throw new Stop(1, 'The vault has no slot of this kind.');
  const wrappingKey = await hashRaw(secret, {
    algorithm: 2, // Argon2id
    version: 1, // 0x13
    memoryCost: slot.kdf.memoryKib,
    timeCost: slot.kdf.passes,
    parallelism: slot.kdf.lanes,
    outputLen: 32,
    salt: Buffer.from(slot.salt, 'hex'),
  });
  const { wrappedKey, ...header } = slot;
  const wrapped = Buffer.from(wrappedKey, 'hex');
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'hex'), {
    authTagLength: 16,
  });
  const { format, version, vaultId, databaseSalt } = body;
  decipher.setAAD(Buffer.from(canonical({ format, version, vaultId, databaseSalt, slot: header })));
  decipher.setAuthTag(wrapped.subarray(32));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()]);
  } catch {
    throw new Stop(1, 'This does not open the vault.');
  }
}

/** One line: typed without echo at a terminal, else the first line of standard input. */
async function readSecret(label) {
  if (!process.stdin.isTTY) {
    let text = '';
    process.stdin.setEncoding('utf8');
    for await (const chunk of process.stdin) text += chunk;
    return text.split(/\r?\n/, 1)[0];
  }
  process.stderr.write(`${label}: `);
  process.stdin.setEncoding('utf8');
  process.stdin.setRawMode(true);
  try {
    return await typedLine();
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stderr.write('\n');
  }
}

function typedLine() {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (settle) => {
      process.stdin.off('data', onData);
      settle();
    };
    const onData = (chunk) => {
      for (const letter of chunk) {
        if (letter === '\r' || letter === '\n') return done(() => resolve(text));
        if (letter === '\u0003' || letter === '\u0004') {
          return done(() => reject(new Stop(2, 'Cancelled.')));
        }
        if (letter === '\u007f' || letter === '\b') text = [...text].slice(0, -1).join('');
        else text += letter;
      }
    };
    process.stdin.on('data', onData);
  });
}

async function main() {
  const words = process.argv.slice(2);
  const folders = words.filter((word) => word !== '--recovery-code');
  const [folder] = folders;
  if (folders.length !== 1 || folder.startsWith('-')) {
    throw new Stop(2, 'Usage: node scripts/vault-key.mjs VAULT [--recovery-code]');
  }
  const body = readKeyslots(folder);
  const withCode = words.includes('--recovery-code');
  const typed = await readSecret(withCode ? 'Recovery code' : 'Passphrase');
  const secret = withCode ? recoveryBytes(typed) : Buffer.from(typed.normalize('NFKC'), 'utf8');
  const key = await unwrap(body, withCode ? 'recovery-code' : 'passphrase', secret);
  process.stdout.write(`x'${key.toString('hex')}${body.databaseSalt}'\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
