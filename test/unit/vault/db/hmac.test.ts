import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacSha256 } from '../../../../src/vault/db/hmac.ts';

it('is that of RFC 4231, test cases 1 and 2', () => {
  const cases = [
    [
      Buffer.alloc(20, 0x0b),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      Buffer.from('Jefe'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
  ] as const;
  for (const [key, message, mac] of cases) {
    expect(hmacSha256(key, message).toString('hex')).toBe(mac);
  }
});

it('is Node’s own for every key of up to a block and every message', () => {
  fc.assert(
    fc.property(
      fc.nat(64),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.nat(60),
      (length, text, times) => {
        const [key, message] = [randomBytes(length), text.repeat(times)];
        const expected = createHmac('sha256', key).update(message).digest('hex');
        expect(hmacSha256(key, message).toString('hex')).toBe(expected);
      },
    ),
  );
  expect(() => hmacSha256(randomBytes(65), '')).toThrow(RangeError);
});
