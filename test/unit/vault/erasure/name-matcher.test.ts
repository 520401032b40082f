import { describe, expect, it } from 'vitest';
import { nameMatcher, withNamesTakenOut } from '../../../../src/vault/erasure/name-matcher.ts';

const hope = nameMatcher([
  'Hope Mwangi',
  'Mwangi, Hope',
  '+254 700-1234',
  'Otter',
  'أمينة ديالو',
  '李小明',
]);

describe('a matcher of names', () => {
  it.each([
    ['the whole name in any case', 'we met HOPE MWANGI today', true, true, 'we met […] today'],
    ['the name with other signs between', 'hope-mwangi.jpg', true, true, '[…].jpg'],
    ['a word of the name as it is written', 'Hope came', true, false, '[…] came'],
    ['a word of the language', 'we hope so', false, false, 'we hope so'],
    ['part of another word', 'Hopeful Otters', false, false, 'Hopeful Otters'],
    ['a number', 'call +254 700 1234 now', true, true, 'call +[…] now'],
    ['a code name', 'Otter was there', true, false, '[…] was there'],
    ['another script', 'قابلنا أمينة ديالو أمس', true, true, 'قابلنا […] أمس'],
    ['a script without spaces', '昨天李小明来了', true, false, '昨天[…]来了'],
    ['nobody', 'nothing here', false, false, 'nothing here'],
  ])('finds %s', (_, text, isIn, isSure, without) => {
    expect(hope.isIn(text)).toBe(isIn);
    expect(hope.isSurelyIn(text)).toBe(isSure);
    expect(hope.takeOut(text)).toBe(without);
  });

  it('finds nothing where there is no name', () => {
    const nobody = nameMatcher([]);
    expect([nobody.isIn('anything'), nobody.takeOut('anything')]).toEqual([false, 'anything']);
  });

  it('shows the words around', () => {
    const text = `${'before '.repeat(30)}Hope Mwangi${' after'.repeat(40)}`;
    expect(hope.excerpt(text)).toMatch(/^….{40,60}Hope Mwangi.{20,}/u);
  });

  it('is not led astray by signs of patterns in a name', () => {
    expect(nameMatcher(['A.B* (C)']).takeOut('x A.B* (C) y')).toBe('x […]) y');
  });
});

describe('a value with names taken out', () => {
  it('keeps what it has to be: a text that must not change stays', () => {
    const value = { kind: 'Hope', note: 'Hope Mwangi', list: ['Otter', 'x'] };
    const isValid = (changed: unknown): boolean => (changed as typeof value).kind === 'Hope';
    expect(withNamesTakenOut(value, hope, isValid)).toEqual({
      ...{ kind: 'Hope', note: '[…]', list: ['[…]', 'x'] },
    });
    expect(value.note).toBe('Hope Mwangi');
  });
});
