import { describe, expect, it } from 'vitest';
import {
  checkTypedBack,
  formatRecoveryCode,
  parseRecoveryCode,
} from '../../../../src/vault/keys/recovery-code.ts';

const ENTROPY = Buffer.from('c6655400e4c4d5a46af4a8409ff0b5cde5d7cfe2', 'hex');
const CODE = formatRecoveryCode(ENTROPY);
const mistyped = (group: number | null) => ({
  ok: false,
  failure: { kind: 'recovery-code-mistyped', group },
});

describe('a recovery code', () => {
  it('is eight groups of five characters of the Crockford alphabet', () => {
    expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){7}$/u);
  });

  it('of all zero bits shows only the number of each group', () => {
    expect(formatRecoveryCode(Buffer.alloc(20))).toBe(
      '00000-00001-00002-00003-00004-00005-00006-00007',
    );
  });

  it.each([
    ['in lower case', CODE.toLowerCase()],
    ['without dashes', CODE.replaceAll('-', '')],
    ['with spaces', ` ${CODE.replaceAll('-', '  ')}\n`],
    ['with the long dashes of a word processor', CODE.replaceAll('-', ' \u2013 ')],
    ['with O for 0', CODE.replaceAll('0', 'o')],
    ['with l for 1', CODE.replaceAll('1', 'l')],
    ['with I for 1', CODE.replaceAll('1', 'I')],
    ['in fours', CODE.replaceAll('-', '').replace(/.{4}/gu, '$& ')],
  ])('is read %s', (_how, typed) => {
    expect(parseRecoveryCode(typed)).toEqual({ ok: true, value: ENTROPY });
    expect(checkTypedBack(CODE, typed)).toEqual({ ok: true, value: null });
  });

  it('blames a missing character on its own group', () => {
    const groups = CODE.split('-');
    groups[4] = groups[4]?.slice(1) ?? '';
    expect(parseRecoveryCode(groups.join(' '))).toEqual(mistyped(5));
  });

  it('names the group where what was typed ends', () => {
    expect(parseRecoveryCode(CODE.slice(0, 17))).toEqual(mistyped(4));
    expect(parseRecoveryCode(CODE.slice(0, 16))).toEqual(mistyped(3));
    expect(parseRecoveryCode('')).toEqual(mistyped(1));
  });

  it('with a group too many has no group to blame', () => {
    expect(parseRecoveryCode(`${CODE}-00000`)).toEqual(mistyped(null));
    expect(checkTypedBack(CODE, `${CODE}-00000`)).toEqual(mistyped(null));
  });

  it('refuses U and characters of other scripts', () => {
    expect(parseRecoveryCode(`U${CODE.slice(1)}`)).toEqual(mistyped(1));
    expect(parseRecoveryCode(`${CODE.slice(0, -1)}\u0661`)).toEqual(mistyped(8));
  });

  it('typed back is compared with the code shown, group by group', () => {
    const other = formatRecoveryCode(Buffer.concat([ENTROPY.subarray(0, 10), Buffer.alloc(10, 7)]));
    expect(parseRecoveryCode(other).ok).toBe(true);
    expect(checkTypedBack(CODE, other)).toEqual(mistyped(5));
  });

  it('looks at no more than the beginning of a pasted book', () => {
    expect(parseRecoveryCode('x'.repeat(10_000_000)).ok).toBe(false);
  });
});
