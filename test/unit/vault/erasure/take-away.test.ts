import { describe, expect, it } from 'vitest';
import {
  onlyTakesAway,
  onlyTakesOutWords,
  withoutContact,
} from '../../../../src/vault/erasure/take-away.ts';

const A = '01930000-0000-7000-8000-00000000000a';
const B = '01930000-0000-7000-8000-00000000000b';

describe('a value without one contact', () => {
  it.each([
    ['a reference', B, null],
    ['another reference', A, A],
    ['a list of references', [A, B, A], [A, A]],
    [
      'people',
      [
        { contactId: B, name: 'Bo' },
        { contactId: A, name: null },
      ],
      [{ contactId: A, name: null }],
    ],
    [
      'a proxy',
      { contactId: B, name: 'Bo', reachedHow: 'by phone' },
      { contactId: null, name: '[…]', reachedHow: 'by phone' },
    ],
    [
      'particulars',
      { type: 'public-statement', companyId: B, mayBeNamedIds: [A, B] },
      { type: 'public-statement', companyId: null, mayBeNamedIds: [A] },
    ],
    ['nobody', null, null],
  ])('is right for %s', (_, before, after) => {
    expect(withoutContact(before, B)).toEqual(after);
    expect(onlyTakesAway(before, withoutContact(before, B))).toBe(true);
  });
});

describe('what only takes away', () => {
  it.each([
    ['passages', 'Bo said yes, Bo did', '[…] said yes, […] did', true],
    ['everything', 'Bo', '[…]', true],
    ['the middle', 'we met Bo at noon', 'we met […] noon', true],
    ['nothing', 'same', 'same', true],
    ['a text that is emptied', 'same', null, true],
    ['an entry of a list', ['a', 'b', 'c'], ['a', 'c'], true],
    ['words of an entry', [{ id: '1', note: 'Bo here' }], [{ id: '1', note: '[…] here' }], true],
    ['other words', 'Bo said yes', '[…] said no', false],
    ['words in another order', 'a Bo b', 'b […] a', false],
    ['the same passage twice', 'ab', 'a[…]ab', false],
    ['an entry that was not there', ['a'], ['a', 'b'], false],
    ['entries in another order', ['a', 'b'], ['b', 'a'], false],
    ['a member more', { a: 1 }, { a: 1, b: 2 }, false],
    ['another number', 1, 2, false],
    ['something from nothing', null, 'a', false],
  ])('is told for %s', (_, before, after, expected) => {
    expect(onlyTakesAway(before, after)).toBe(expected);
  });
});

describe('what limits a consent', () => {
  it.each([
    ['words are taken out of', 'not before Bo speaks', 'not before […] speaks', true],
    ['an entry is named less', [{ what: 'of Bo' }], [{ what: 'of […]' }], true],
    ['an entry is taken out', [{ what: 'a' }, { what: 'b' }], [{ what: 'a' }], false],
    ['the text is emptied', 'not before the verdict', null, false],
    ['the text is reworded', 'not before the verdict', '', false],
    ['another state is put', 'refused', 'given', false],
  ])('stays one where %s: %#', (_, before, after, expected) => {
    expect(onlyTakesOutWords(before, after)).toBe(expected);
  });
});
