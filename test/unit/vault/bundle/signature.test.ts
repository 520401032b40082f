import { describe, expect, it } from 'vitest';
import {
  checkSignature,
  encodeSignature,
  MANIFEST_CONTEXT,
} from '../../../../src/vault/bundle/signature.ts';
import { signingKeyOf, signMessage } from '../../../../src/vault/keys/signing.ts';
import { makeOfficer } from './bundle-kit.ts';

const officer = await makeOfficer();
const manifest = new TextEncoder().encode('{"any":"bytes"}');
const signature = await officer.sign(manifest);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bad = { ok: false, failure: { kind: 'bundle-bad-signature' } };

describe('the signature of a manifest', () => {
  it('holds for exactly its manifest and key', async () => {
    const file = encodeSignature(signature);
    expect(checkSignature(manifest, file, officer.keys.signingKey)).toEqual({
      ok: true,
      value: null,
    });
    const other = await makeOfficer();
    expect(checkSignature(manifest, file, other.keys.signingKey)).toEqual(bad);
    expect(checkSignature(manifest.subarray(1), file, officer.keys.signingKey)).toEqual(bad);
    const bytes = Buffer.from(signature, 'base64');
    for (let i = 0; i < bytes.length; i++) {
      const wrong = Buffer.from(bytes.map((byte, at) => (at === i ? byte ^ 1 : byte)));
      const wrongFile = encodeSignature(wrong.toString('base64'));
      expect(checkSignature(manifest, wrongFile, officer.keys.signingKey)).toEqual(bad);
    }
  });

  it('is Ed25519 over the context, a zero byte and the bytes, as openssl makes it', () => {
    const der = Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex');
    const secret = der.toString('base64');
    const file = encodeSignature(signMessage(secret, MANIFEST_CONTEXT, manifest));
    expect(Buffer.from(file).toString()).toBe(MADE_WITH_OPENSSL);
    expect(checkSignature(manifest, file, signingKeyOf(secret)).ok).toBe(true);
  });

  it.each([
    ['signature-json-syntax', 'sig'],
    ['signature-json-not-canonical', '{"signature":"","algorithm":"Ed25519"}'],
    ['signature-schema', '{"algorithm":"none","signature":""}'],
    ['signature-schema', `{"algorithm":"Ed25519","signature":"${'A'.repeat(85)}B=="}`],
    ['signature-schema', `{"algorithm":"Ed25519","signature":"${'A'.repeat(84)}"}`],
    ['signature-json-depth', '[[[1]]]'],
  ])('in another form is refused by %s', (rule, text) => {
    expect(checkSignature(manifest, utf8(text), officer.keys.signingKey)).toEqual({
      ok: false,
      failure: { kind: 'bundle-malformed', rule },
    });
  });

  it('does not hold for a key that is no point of the curve', () => {
    const noPoint = Buffer.alloc(32, 0xff).toString('base64');
    expect(checkSignature(manifest, encodeSignature(signature), noPoint)).toEqual(bad);
  });
});

/** `openssl pkeyutl -sign -rawin` with the key of 32 bytes 0x07, over the same message. */
const MADE_WITH_OPENSSL =
  '{"algorithm":"Ed25519","signature":"PNgFSBzwxLgJP00glK/nR6wL1BZI7hhC9sD7ZRKuBmn8CDd8GOlf01eITV65vAVt3J7K0Q+vg3/WgBH74XCwAQ=="}';
