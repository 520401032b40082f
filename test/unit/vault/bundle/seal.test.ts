import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readAgeHeader } from '../../../../src/vault/bundle/age-header.ts';
import { BUNDLE_LIMITS } from '../../../../src/vault/bundle/limits.ts';
import { ageRecipientKind, seal } from '../../../../src/vault/bundle/seal.ts';
import '../../../../src/vault/web-crypto.ts';
import { unsealBytes } from '../../../support/bundle-bytes.ts';
import {
  collect,
  failureOf,
  makeOfficer,
  sealBytes,
  writeSample,
  type TestOfficer,
} from './bundle-kit.ts';

const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;

let owner: TestOfficer;
let other: TestOfficer;
/** Three chunks of plaintext, as a padded bundle has. */
let file: Uint8Array;
let headerBytes: number;

beforeAll(async () => {
  [owner, other] = await Promise.all([makeOfficer(), makeOfficer()]);
  file = await sealBytes(new Uint8Array(3 * CHUNK).fill(7), owner);
  const header = readAgeHeader(file, BUNDLE_LIMITS.headerBytes);
  if (header.kind !== 'complete') throw new Error(header.kind);
  headerBytes = header.headerBytes;
});

vi.setConfig({ testTimeout: 60_000 });

describe('sealing', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK])(
    'opens again to the same %i bytes, in whatever pieces they came',
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, i) => i % 251);
      const pieces = [bytes.subarray(0, size / 3), bytes.subarray(size / 3)];
      const sealed = await collect(seal(pieces, [owner.recipient, other.recipient]));
      for (const { identity } of [owner, other]) {
        expect(await unsealBytes(sealed, { identities: [identity] })).toEqual({
          ok: true,
          value: bytes,
        });
      }
    },
  );

  it('streams: the first ciphertext is out before the last plaintext is in', async () => {
    let given = 0;
    let wasStopped = false;
    function* pieces(): Generator<Uint8Array> {
      try {
        for (; given < 640; given++) yield new Uint8Array(CHUNK);
      } finally {
        wasStopped = true;
      }
    }
    const sealed = seal(pieces(), [owner.recipient]);
    for (let parts = 0; parts < 5; parts++) await sealed.next();
    expect(given).toBeLessThan(100);
    await sealed.return();
    expect(given).toBeLessThan(100);
    expect(wasStopped).toBe(true);
  });

  it('never mixes kinds of recipients and needs at least one', async () => {
    const hybrid = await makeOfficer('hybrid');
    const mixed = [owner.recipient, hybrid.recipient];
    for (const recipients of [mixed, [], ['age1nonsense'], [owner.identity]]) {
      await expect(collect(seal([], recipients))).rejects.toThrow(TypeError);
    }
  });

  it('knows the kind of a recipient', async () => {
    const hybrid = await makeOfficer('hybrid');
    expect([owner.recipient, hybrid.recipient].map(ageRecipientKind)).toEqual(['x25519', 'hybrid']);
    const damaged = owner.recipient.replace(/.$/u, (c) => (c === 'q' ? 'p' : 'q'));
    for (const text of ['', 'age1', damaged, hybrid.recipient.slice(0, -1), owner.identity]) {
      expect(ageRecipientKind(text)).toBeNull();
    }
  });

  it('never says an identity it cannot read', async () => {
    const typo = owner.identity.replace(/.$/u, (c) => (c === 'Q' ? 'P' : 'Q'));
    const error: unknown = await unsealBytes(file, { identities: [typo] }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TypeError);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('AGE-SECRET');
  });

  it('has a random source on every Node', () => {
    const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32));
    expect(bytes).not.toEqual(new Uint8Array(32));
  });
});

describe('a file that was cut', () => {
  it('is truncated at every length within its header and nonce', async () => {
    const kinds = new Set<string>();
    for (let length = 1; length <= headerBytes + 16; length++) {
      kinds.add(await kindOf(file.subarray(0, length)));
    }
    expect(kinds).toEqual(new Set(['bundle-truncated']));
  });

  it('is truncated at lengths through its payload, chunk boundaries included', async () => {
    const start = headerBytes + 16;
    const around = [1, 2, 3].flatMap((n) => [-17, -16, -1, 0, 1, 15, 16, 17].map((d) => [n, d]));
    const lengths = new Set(around.map(([n, d]) => start + (n ?? 0) * SEALED_CHUNK + (d ?? 0)));
    for (let length = start; length < file.length; length += 1777) lengths.add(length);
    const kinds = new Set<string>();
    for (const length of lengths) {
      if (length < file.length) kinds.add(await kindOf(file.subarray(0, length)));
    }
    expect(kinds).toEqual(new Set(['bundle-truncated']));
  });
});

describe('a file with an altered byte', () => {
  it('is not accepted for any byte of its header, and says what can be known', async () => {
    const kinds = new Set<string>();
    for (let at = 0; at < headerBytes; at++) {
      for (const mask of [0x01, 0x20, 0x80]) kinds.add(await kindOf(flipped(at, mask)));
    }
    // A stanza that does not open looks the same whether altered or for someone else.
    expect(kinds).toEqual(new Set(['bundle-not-age', 'bundle-not-for-us', 'bundle-altered']));
  });

  it('is altered for a byte of its HMAC, its nonce and any chunk', async () => {
    const places = [headerBytes - 20, headerBytes, headerBytes + 15];
    for (let at = headerBytes + 16; at < file.length; at += 2801) places.push(at);
    places.push(file.length - 16, file.length - 1);
    const kinds = new Set<string>();
    for (const at of places) kinds.add(await kindOf(flipped(at, 0x01)));
    expect(kinds).toEqual(new Set(['bundle-altered']));
  });

  it('is altered where bytes were appended, removed inside, or chunks swapped', async () => {
    const start = headerBytes + 16;
    const chunk = (n: number): Uint8Array =>
      file.subarray(start + n * SEALED_CHUNK, start + (n + 1) * SEALED_CHUNK);
    const head = file.subarray(0, start);
    for (const parts of [
      [file, new Uint8Array(1)],
      [file, new Uint8Array(SEALED_CHUNK)],
      [head, chunk(0).subarray(1), chunk(1), chunk(2)],
      [head, chunk(1), chunk(0), chunk(2)],
      [head, chunk(0), chunk(2)],
      [head, chunk(0), chunk(0), chunk(1), chunk(2)],
    ]) {
      expect(await kindOf(Buffer.concat(parts))).toBe('bundle-altered');
    }
  });

  it('is never accepted as a bundle, through the whole of a small one', async () => {
    const { bytes } = await writeSample(other, owner);
    const step = process.env['STEADY_STATE_FUZZ_RUNS'] === undefined ? 97 : 1;
    const accepted: number[] = [];
    for (let at = 0; at < bytes.length; at += at < 300 ? 1 : step) {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      if ((await failureOf(owner, copy)) === 'opened') accepted.push(at);
    }
    expect(accepted).toEqual([]);
  }, 3_600_000);
});

describe('a hostile age header', () => {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;

  it('is bounded in length and in stanzas, before any key is tried', async () => {
    const long = text(`age-encryption.org/v1\n${stanza.repeat(4000)}`);
    expect(await unsealBytes(long, { identities: [owner.identity] })).toEqual({
      ok: false,
      failure: { kind: 'bundle-malformed', rule: 'age-header-too-long' },
    });
    const many = text(`age-encryption.org/v1\n${stanza.repeat(65)}--- ${'A'.repeat(43)}\n`);
    expect(await unsealBytes(many, { identities: [owner.identity] })).toEqual({
      ok: false,
      failure: { kind: 'bundle-malformed', rule: 'age-too-many-stanzas' },
    });
  });

  it('never makes us run scrypt: a file locked with a passphrase is not for us', async () => {
    const scrypt = `-> scrypt ${'A'.repeat(22)} 22\n${'A'.repeat(43)}\n`;
    const locked = text(`age-encryption.org/v1\n${scrypt}--- ${'A'.repeat(43)}\n${'x'.repeat(99)}`);
    expect(await kindOf(locked)).toBe('bundle-not-for-us');
  });

  it.each([
    ['no stanza', `--- ${'A'.repeat(43)}\n`],
    ['an empty argument', `-> X25519  A\n\n--- ${'A'.repeat(43)}\n`],
    ['no type', `-> \n\n--- ${'A'.repeat(43)}\n`],
    ['a carriage return', stanza.replaceAll('\n', '\r\n')],
    ['a long body line', `-> X25519 A\n${'A'.repeat(65)}\n`],
    ['a short HMAC', `${stanza}--- AAAA\n`],
    ['neither stanza nor HMAC', `${stanza}hello\n`],
  ])('breaks the grammar with %s', (_name, rest) => {
    expect(readAgeHeader(text(`age-encryption.org/v1\n${rest}`), 4096).kind).toBe('broken');
  });
});

async function kindOf(bytes: Uint8Array): Promise<string> {
  const outcome = await unsealBytes(bytes, { identities: [owner.identity] });
  return outcome.ok ? 'opened' : outcome.failure.kind;
}

function flipped(at: number, mask: number): Uint8Array {
  const copy = file.slice();
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}
