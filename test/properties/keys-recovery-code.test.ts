import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkTypedBack,
  formatRecoveryCode,
  parseRecoveryCode,
} from '../../src/vault/keys/recovery-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const entropy = fc.uint8Array({ minLength: 20, maxLength: 20 });
const position = fc.integer({ min: 0, max: 39 });

function dashed(letters: readonly string[]): string {
  return letters.join('').replace(/.{5}(?=.)/gu, '$&-');
}
function lettersOf(code: string): string[] {
  return [...code.replaceAll('-', '')];
}

describe('recovery codes', () => {
  it('give back the bytes they were made of', () => {
    fc.assert(
      fc.property(entropy, (bytes) => {
        expect(parseRecoveryCode(formatRecoveryCode(bytes))).toEqual({
          ok: true,
          value: Buffer.from(bytes),
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('name the group of any single wrong character', () => {
    fc.assert(
      fc.property(entropy, position, fc.constantFrom(...ALPHABET), (bytes, at, letter) => {
        const letters = lettersOf(formatRecoveryCode(bytes));
        fc.pre(letters[at] !== letter);
        letters[at] = letter;
        const failure = { kind: 'recovery-code-mistyped', group: Math.floor(at / 5) + 1 };
        expect(parseRecoveryCode(dashed(letters))).toEqual({ ok: false, failure });
      }),
      { numRuns: 2_000 },
    );
  });

  it('name the group where two characters were exchanged', () => {
    fc.assert(
      fc.property(
        entropy,
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (bytes, group, one, two) => {
          const letters = lettersOf(formatRecoveryCode(bytes));
          const [i, j] = [group * 5 + one, group * 5 + two];
          fc.pre(letters[i] !== letters[j]);
          [letters[i], letters[j]] = [letters[j] ?? '', letters[i] ?? ''];
          const failure = { kind: 'recovery-code-mistyped', group: group + 1 };
          expect(parseRecoveryCode(dashed(letters))).toEqual({ ok: false, failure });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('name the first of two groups that changed places', () => {
    fc.assert(
      fc.property(
        entropy,
        fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }),
        (bytes, [one = 0, two = 0]) => {
          const groups = formatRecoveryCode(bytes).split('-');
          [groups[one], groups[two]] = [groups[two] ?? '', groups[one] ?? ''];
          const failure = { kind: 'recovery-code-mistyped', group: Math.min(one, two) + 1 };
          expect(parseRecoveryCode(groups.join('-'))).toEqual({ ok: false, failure });
        },
      ),
    );
  });

  it('typed back are right only where they are the code shown', () => {
    fc.assert(
      fc.property(entropy, entropy, (shown, other) => {
        const code = formatRecoveryCode(shown);
        const same = Buffer.from(shown).equals(Buffer.from(other));
        expect(checkTypedBack(code, formatRecoveryCode(other)).ok).toBe(same);
        expect(checkTypedBack(code, code.toLowerCase()).ok).toBe(true);
      }),
    );
  });

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        expect(typeof parseRecoveryCode(typed).ok).toBe('boolean');
      }),
      { numRuns: 1_000 },
    );
  });
});
