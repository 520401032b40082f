import { describe, expect, it } from 'vitest';
import { isRTL } from 'react-aria-components';
import { directionOf } from '../../../../src/renderer/i18n/locales.ts';
import { LOCALES, PSEUDO_LOCALE } from '../../../../src/shared/contract/preferences.ts';
import { isolated, pseudo, pseudoTexts } from '../../../../src/renderer/i18n/pseudo.ts';

describe('the pseudo-locale', () => {
  it('puts accents and brackets on words and leaves values, keys and tags alone', () => {
    expect(pseudo('Save {{name}} <b>now</b>, $t(common:undo)')).toBe(
      isolated('⟦Šáṽé {{name}} <b>ñóŵ</b>, $t(common:undo)⟧'),
    );
  });

  it('keeps the keys of a namespace, at every depth', () => {
    expect(pseudoTexts({ a: 'b', c: { d: 'e' } })).toEqual({
      a: pseudo('b'),
      c: { d: pseudo('e') },
    });
  });

  it('keeps the order of its Latin letters and numbers in a page from right to left', () => {
    expect(pseudo('{{count}} contacts')).toBe('\u2066⟦{{count}} çóñţáçţš⟧\u2069');
  });

  it('has the direction that React Aria works out from its tag', () => {
    expect(LOCALES.map((locale) => isRTL(locale))).toEqual(
      LOCALES.map((locale) => directionOf(locale) === 'rtl'),
    );
  });

  it('counts as English does', () => {
    const rules = new Intl.PluralRules(PSEUDO_LOCALE);
    expect([1, 2, 5].map((count) => rules.select(count))).toEqual(['one', 'other', 'other']);
  });
});
