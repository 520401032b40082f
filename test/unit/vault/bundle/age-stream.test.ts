import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decrypter, Encrypter } from 'age-encryption';
import { decrypt, encrypt, isAuthentic } from '../../../../src/vault/bundle/aead.ts';
import { chunkNonce, encryptStream } from '../../../../src/vault/bundle/age-stream.ts';
import { ageRecipientOf, generateAgeIdentity, seal } from '../../../../src/vault/bundle/seal.ts';
import { streamHash } from '../../../../src/vault/bundle/stream-hash.ts';
import { unseal } from '../../../../src/vault/bundle/unseal.ts';
import { sourceOf, unsealBytes } from '../../../support/bundle-bytes.ts';
import { collect, unwrap } from './bundle-kit.ts';

const CHUNK = 65_536;
const BATCH = 16 * CHUNK;
const bytesOf = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 8)) % 251);

describe('ChaCha20-Poly1305', () => {
  const sizes = [0, 1, 15, 16, 17, 255, CHUNK - 1, CHUNK];

  it.each(sizes)('of %i bytes is what the crypto of Node makes and takes', (size) => {
    const [key, nonce, plain] = [randomBytes(32), randomBytes(12), randomBytes(size)];
    const options = { authTagLength: 16 } as const;
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, options);
    const theirs = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const ours = new Uint8Array(size + 16);
    encrypt(ours, plain, nonce, key);
    expect(Buffer.compare(ours, theirs)).toBe(0);
    expect(isAuthentic(ours, nonce, key)).toBe(true);
    const opened = new Uint8Array(size);
    expect(decrypt(opened, ours, nonce, key)).toBe(true);
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, options);
    decipher.setAuthTag(ours.subarray(size));
    expect(Buffer.compare(opened, decipher.update(ours.subarray(0, size)))).toBe(0);
  });

  it('refuses every flipped bit, alike whether it is decrypted or only authenticated', () => {
    const [key, nonce] = [randomBytes(32), randomBytes(12)];
    for (const size of [0, 20, 64]) {
      const sealed = new Uint8Array(size + 16);
      encrypt(sealed, randomBytes(size), nonce, key);
      for (let bit = 0; bit < sealed.length * 8; bit++) {
        const altered = sealed.slice();
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(isAuthentic(altered, nonce, key)).toBe(false);
        expect(decrypt(new Uint8Array(size), altered, nonce, key)).toBe(false);
      }
    }
    for (const length of [0, 1, 15]) {
      expect(isAuthentic(new Uint8Array(length), nonce, key)).toBe(false);
    }
  });

  it('refuses another key and another nonce', () => {
    const [key, nonce] = [randomBytes(32), randomBytes(12)];
    const sealed = new Uint8Array(80);
    encrypt(sealed, new Uint8Array(64), nonce, key);
    for (const [wrongNonce, wrongKey] of [
      [randomBytes(12), key],
      [nonce, randomBytes(32)],
    ] as const) {
      expect(isAuthentic(sealed, wrongNonce, wrongKey)).toBe(false);
      expect(decrypt(new Uint8Array(64), sealed, wrongNonce, wrongKey)).toBe(false);
    }
  });
});

describe('the stream of age', () => {
  it('counts chunks in eleven bytes, big-endian, and flags the last', () => {
    const hex = (index: number, isLast: boolean): string =>
      Buffer.from(chunkNonce(index, isLast)).toString('hex');
    expect(hex(0, false)).toBe('000000000000000000000000');
    expect(hex(1, true)).toBe('000000000000000000000101');
    expect(hex(0x01_02_03_04_05, false)).toBe('000000000000010203040500');
    expect(hex(Number.MAX_SAFE_INTEGER, true)).toBe('000000001fffffffffffff01');
  });

  const sizes = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH];

  it.each(sizes)(
    'of %i bytes is opened by typage, and typage’s is opened here',
    async (size) => {
      const identity = await generateAgeIdentity('x25519');
      const recipient = await ageRecipientOf(identity);
      const bytes = bytesOf(size);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const ours = await collect(seal([bytes], [recipient]));
      expect(Buffer.compare(await decrypter.decrypt(ours), bytes)).toBe(0);

      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const theirs = await encrypter.encrypt(bytes);
      expect(theirs.length).toBe(ours.length);
      const opened = unwrap(await unsealBytes(theirs, { identities: [identity] }));
      expect(Buffer.compare(opened, bytes)).toBe(0);
    },
    60_000,
  );

  it('does not depend on the pieces in which the plaintext comes', async () => {
    const key = randomBytes(32);
    const bytes = bytesOf(BATCH + 3 * CHUNK);
    const whole = await collect(encryptStream([bytes], key));
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const edges = [0, ...places.sort((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
        expect(Buffer.compare(await collect(encryptStream(pieces, key)), whole)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

/** As a disk does that is a part behind, the last one included. */
async function collectBehind(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  let behind: Uint8Array = new Uint8Array(0);
  for await (const part of parts) {
    written.push(behind.slice());
    behind = part;
  }
  return Buffer.concat([...written, behind]);
}

describe('a part that is asked for', () => {
  it('leaves the one before it as it was, sealing and opening', async () => {
    const identity = await generateAgeIdentity('x25519');
    const recipient = await ageRecipientOf(identity);
    const bytes = bytesOf(4 * BATCH + 5);
    const sealed = await collectBehind(seal([bytes], [recipient]));
    const unsealed = await unseal(sourceOf(sealed), { identities: [identity] });
    const { plaintext } = unwrap(unsealed);
    const opened = await collectBehind(plaintext.pieces(0, plaintext.size));
    expect(Buffer.compare(opened, bytes)).toBe(0);
  });
});

describe('the hash of a file', () => {
  it.each([1_000, 100 * 1024 * 1024])('is SHA-256 (about %i bytes)', async (expected) => {
    const hash = streamHash(expected);
    const theirs = createHash('sha256');
    const part = new Uint8Array(BATCH);
    for (let count = 0; count < 40; count++) {
      part.fill(count);
      const some = part.subarray(0, BATCH - count * 1_001);
      theirs.update(some);
      await hash.update(some);
      part.fill(0xff);
    }
    expect(await hash.digest()).toBe(theirs.digest('hex'));
    await hash.close();
  });

  it('is given up without a digest where the file is', async () => {
    const hash = streamHash(100 * 1024 * 1024);
    await hash.update(new Uint8Array(BATCH));
    await hash.close();
    const identity = await generateAgeIdentity('x25519');
    const sealed = await collect(
      seal([new Uint8Array(20 * BATCH)], [await ageRecipientOf(identity)]),
    );
    const whole = unwrap(await unseal(sourceOf(sealed), { identities: [identity] }));
    expect(whole.sha256).toBe(createHash('sha256').update(sealed).digest('hex'));
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
    const altered = await unseal(sourceOf(sealed), { identities: [identity] });
    expect(altered).toEqual({ ok: false, failure: { kind: 'bundle-altered' } });
  });
});

describe('the plaintext of a sealed file', () => {
  it('is read at any place, in turns and at once, as if it were in memory', async () => {
    const identity = await generateAgeIdentity('x25519');
    const bytes = bytesOf(2 * BATCH + 5 * CHUNK + 77);
    const sealed = await collect(seal([bytes], [await ageRecipientOf(identity)]));
    const unsealed = await unseal(sourceOf(sealed), { identities: [identity] });
    const { plaintext } = unwrap(unsealed);
    expect(plaintext.size).toBe(bytes.length);
    const edge = fc.oneof(
      fc.nat(bytes.length + 10),
      fc.tuple(fc.nat(40), fc.integer({ min: -2, max: 2 })).map(([n, d]) => n * CHUNK + d),
    );
    await fc.assert(
      fc.asyncProperty(edge, fc.oneof(edge, fc.nat(600)), async (start, length) => {
        const at = Math.max(0, start);
        const wanted = bytes.subarray(at, at + Math.max(0, length));
        const read = await plaintext.read(at, Math.max(0, length));
        expect(Buffer.compare(read, wanted)).toBe(0);
        expect(Buffer.compare(plaintext.readSync(at, Math.max(0, length)), wanted)).toBe(0);
        const pieces = await collect(plaintext.pieces(at, Math.max(0, length)));
        expect(Buffer.compare(pieces, wanted)).toBe(0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
