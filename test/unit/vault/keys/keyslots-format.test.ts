import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/vault/canonical-json.ts';
import { KDF_FLOOR } from '../../../../src/vault/keys/kdf.ts';
import { parseKeyslots, serialiseKeyslots } from '../../../../src/vault/keys/keyslots-format.ts';

const GOOD = readFileSync(join(import.meta.dirname, '../../../vectors/keyslots/v1/keyslots.a'));

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- hostile files have any shape

/** The good file, altered, with the checksum that an attacker would put right again. */
function altered(change: (file: Json) => void): Buffer {
  const file = JSON.parse(GOOD.toString()) as Json;
  change(file);
  delete file['checksum'];
  const checksum = createHash('sha256').update(canonicalJson(file)).digest('hex');
  return Buffer.from(canonicalJson({ ...file, checksum }));
}
function rechecked(text: string): Buffer {
  // For spellings that canonical JSON would not write: the checksum of what a lax reader sees.
  const { checksum: _, ...body } = JSON.parse(text) as Json;
  const good = createHash('sha256').update(canonicalJson(body)).digest('hex');
  return Buffer.from(text.replace(/"checksum":"[0-9a-f]{64}"/u, `"checksum":"${good}"`));
}
const kdf = (name: string, value: unknown) =>
  altered((file) => (file['slots'][0].kdf[name] = value));
const slot = (name: string, value: unknown) => altered((file) => (file['slots'][0][name] = value));
const top = (name: string, value: unknown) => altered((file) => (file[name] = value));

const damaged = { kind: 'keyslots-damaged' } as const;
const refused = (reason: string) => ({ kind: 'keyslots-refused', reason });

const BAD_FILES: readonly (readonly [rule: string, bytes: Buffer, failure: object])[] = [
  ['empty', Buffer.alloc(0), damaged],
  ['not JSON', Buffer.from('keyslots'), damaged],
  ['JSON but no object', Buffer.from('[]'), damaged],
  ['null', Buffer.from('null'), damaged],
  ['nested ten thousand deep', Buffer.from('['.repeat(8_000) + ']'.repeat(8_000)), damaged],
  [
    'not UTF-8',
    Buffer.concat([GOOD.subarray(0, 100), Buffer.from([0xff]), GOOD.subarray(101)]),
    damaged,
  ],
  ['byte order mark', Buffer.concat([Buffer.from('\ufeff'), GOOD]), damaged],
  ['line feed at the end', Buffer.concat([GOOD, Buffer.from('\n')]), damaged],
  ['white space inside', rechecked(GOOD.toString().replace(',', ', ')), damaged],
  [
    'a member twice',
    rechecked(GOOD.toString().replace('"version":1}', '"version":1,"version":1}')),
    damaged,
  ],
  [
    'a number as 1e0',
    rechecked(GOOD.toString().replace('"generation":1', '"generation":1e0')),
    damaged,
  ],
  ['a lone surrogate', Buffer.from(GOOD.toString().replace('"passphrase"', '"\\ud800"')), damaged],
  [
    'checksum wrong',
    Buffer.from(GOOD.toString().replace('"generation":1', '"generation":2')),
    damaged,
  ],
  [
    'checksum missing',
    Buffer.from(GOOD.toString().replace(/"checksum":"[0-9a-f]{64}",/u, '')),
    damaged,
  ],
  [
    'checksum in capitals',
    Buffer.from(
      GOOD.toString().replace(/"checksum":"([0-9a-f]{64})"/u, (all) =>
        all.toUpperCase().replace('CHECKSUM', 'checksum'),
      ),
    ),
    damaged,
  ],
  [
    'longer than 16 KiB',
    Buffer.concat([GOOD, Buffer.alloc(16_384, ' ')]),
    refused('out-of-bounds'),
  ],
  ['another format', top('format', 'luks'), refused('malformed')],
  ['newer version', top('version', 2), refused('newer-version')],
  [
    'newer version of another shape',
    altered((file) => {
      file['version'] = 7;
      file['slots'] = 'moved';
    }),
    refused('newer-version'),
  ],
  ['version zero', top('version', 0), refused('malformed')],
  ['version as text', top('version', '1'), refused('malformed')],
  ['version a fraction', top('version', 1.5), refused('malformed')],
  ['unknown member', top('comment', 'hello'), refused('malformed')],
  [
    'unknown member __proto__',
    rechecked(GOOD.toString().replace('"checksum"', '"__proto__":{"slots":[]},"checksum"')),
    refused('malformed'),
  ],
  ['unknown slot member', slot('hint', 'the dog'), refused('malformed')],
  ['unknown kdf member', kdf('secret', 'x'), refused('malformed')],
  ['vault id missing', altered((file) => delete file['vaultId']), refused('malformed')],
  [
    'vault id in capitals',
    altered((file) => (file['vaultId'] = file['vaultId'].toUpperCase())),
    refused('malformed'),
  ],
  ['database salt too short', top('databaseSalt', '00'.repeat(15)), refused('malformed')],
  ['database salt not hexadecimal', top('databaseSalt', 'zz'.repeat(16)), refused('malformed')],
  ['generation zero', top('generation', 0), refused('out-of-bounds')],
  ['generation past its end', top('generation', 2_147_483_648), refused('out-of-bounds')],
  ['generation a fraction', top('generation', 1.5), refused('malformed')],
  ['no slots', top('slots', []), refused('malformed')],
  ['no passphrase slot', altered((file) => file['slots'].shift()), refused('malformed')],
  [
    'two passphrase slots',
    altered((file) => (file['slots'][1].type = 'passphrase')),
    refused('malformed'),
  ],
  [
    'nine slots',
    altered((file) => (file['slots'] = Array(9).fill(file['slots'][0]))),
    refused('malformed'),
  ],
  ['unknown slot type', altered((file) => (file['slots'][1].type = 'tpm')), refused('malformed')],
  [
    'one id twice',
    altered((file) => (file['slots'][1].id = file['slots'][0].id)),
    refused('malformed'),
  ],
  [
    'one salt twice',
    altered((file) => (file['slots'][1].salt = file['slots'][0].salt)),
    refused('malformed'),
  ],
  ['salt too long', slot('salt', '00'.repeat(17)), refused('malformed')],
  ['nonce too short', slot('nonce', '00'.repeat(8)), refused('malformed')],
  ['wrapped key cut', slot('wrappedKey', '00'.repeat(47)), refused('malformed')],
  [
    'wrapped key in capitals',
    altered((file) => (file['slots'][0].wrappedKey = file['slots'][0].wrappedKey.toUpperCase())),
    refused('malformed'),
  ],
  ['another algorithm', kdf('algorithm', 'argon2i'), refused('malformed')],
  ['Argon2 version 0x10', kdf('version', 16), refused('malformed')],
  ['4 TiB of memory', kdf('memoryKib', 4_294_967_296), refused('out-of-bounds')],
  ['memory one step over', kdf('memoryKib', 1_048_577), refused('out-of-bounds')],
  ['memory one step under', kdf('memoryKib', 65_535), refused('out-of-bounds')],
  ['memory negative', kdf('memoryKib', -65_536), refused('out-of-bounds')],
  ['memory a fraction', kdf('memoryKib', 65_536.5), refused('malformed')],
  ['2^31 passes', kdf('passes', 2_147_483_648), refused('out-of-bounds')],
  ['2 passes', kdf('passes', 2), refused('out-of-bounds')],
  ['256 lanes', kdf('lanes', 256), refused('out-of-bounds')],
  ['1 lane', kdf('lanes', 1), refused('out-of-bounds')],
  ['zero lanes', kdf('lanes', 0), refused('out-of-bounds')],
  [
    'the second slot out of bounds',
    altered((file) => (file['slots'][1].kdf.passes = 65)),
    refused('out-of-bounds'),
  ],
];

describe('parseKeyslots', () => {
  it('reads the frozen file and writes it again byte for byte', () => {
    const parsed = parseKeyslots(GOOD, KDF_FLOOR);
    expect(parsed.ok && serialiseKeyslots(parsed.value).equals(GOOD)).toBe(true);
  });

  it.each(BAD_FILES)('refuses a file with this fault: %s', (_rule, bytes, failure) => {
    expect(parseKeyslots(bytes, KDF_FLOOR)).toEqual({ ok: false, failure });
  });

  it('refuses every file with one bit flipped', () => {
    const accepted: number[] = [];
    for (let bit = 0; bit < GOOD.length * 8; bit += 1) {
      const flipped = Buffer.from(GOOD);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const parsed = parseKeyslots(flipped, KDF_FLOOR);
      if (parsed.ok) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });
});
