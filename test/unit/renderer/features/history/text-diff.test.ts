import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedDiff, textDiff } from '../../../../../src/renderer/features/history/text-diff.ts';

describe('textDiff', () => {
  it('marks the word that changed and leaves the rest', () => {
    expect(textDiff('She was followed home.', 'She was driven home.')).toEqual([
      { kind: 'same', text: 'She was ' },
      { kind: 'removed', text: 'followed' },
      { kind: 'added', text: 'driven' },
      { kind: 'same', text: ' home.' },
    ]);
  });

  it('adds up to the old and to the new text, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        const parts = textDiff(from, to);
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([from, to]);
      }),
    );
  });

  it('compares by word where no spaces are written', () => {
    const parts = textDiff('ผู้พิทักษ์สิทธิมนุษยชน', 'ผู้พิทักษ์สิทธิเด็ก', 'th');
    expect(parts[0]).toEqual({ kind: 'same', text: 'ผู้พิทักษ์สิทธิ' });
  });

  it('gives up on two long texts that have nothing in common instead of taking minutes', () => {
    const from = Array.from({ length: 20_000 }, (_, index) => `a${String(index)}`).join(' ');
    const to = Array.from({ length: 20_000 }, (_, index) => `b${String(index)}`).join('-');
    expect(textDiff(from, to).map((part) => part.kind)).toEqual(['removed', 'added']);
  });
});

describe('foldedDiff', () => {
  it('keeps what stands next to a change and folds the rest away', () => {
    const long = 'word '.repeat(200);
    const folded = foldedDiff(textDiff(`${long}old`, `${long}new`));
    expect(folded[0]?.text).toHaveLength(83);
    expect(folded.slice(1).map((part) => part.text)).toEqual(['old', 'new']);
  });
});
