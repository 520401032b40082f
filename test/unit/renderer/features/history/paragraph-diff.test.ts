import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphDiff } from '../../../../../src/renderer/features/history/paragraph-diff.ts';
import { paragraphsOf } from '../../../../../src/shared/model/merge/paragraphs.ts';

describe('paragraphDiff', () => {
  it('tells a reworded paragraph from one that was added, removed or left alone', () => {
    const from = 'She called.\n\nShe was followed home by two men.\n\nNo lawyer yet.\n\nEnd.';
    const to = 'She called.\n\nShe was driven home by two men.\n\nNew number.\n\nEnd.\n\nMore.';
    expect(paragraphDiff(from, to)).toEqual([
      { kind: 'same', paragraphs: ['She called.'] },
      {
        kind: 'changed',
        parts: [
          { kind: 'same', text: 'She was ' },
          { kind: 'removed', text: 'followed' },
          { kind: 'added', text: 'driven' },
          { kind: 'same', text: ' home by two men.' },
        ],
      },
      { kind: 'removed', paragraph: 'No lawyer yet.' },
      { kind: 'added', paragraph: 'New number.' },
      { kind: 'same', paragraphs: ['End.'] },
      { kind: 'added', paragraph: 'More.' },
    ]);
  });

  it('says nothing of two texts without a word', () => {
    expect(paragraphDiff('', ' \n\n')).toEqual([]);
  });

  it('adds up to the old and to the new paragraphs, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('one two', 'one three', 'واحد', 'x\ny', 'four five six'), {
        maxLength: 6,
      })
      .map((paragraphs) => paragraphs.join('\n\n'));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const changes = paragraphDiff(from, to);
        const without = (kind: 'added' | 'removed'): string[] =>
          changes.flatMap((change) => {
            if (change.kind === 'same') return change.paragraphs;
            if (change.kind !== 'changed') return change.kind === kind ? [] : [change.paragraph];
            return change.parts
              .filter((part) => part.kind !== kind)
              .map((part) => part.text)
              .join('');
          });
        expect([without('added'), without('removed')]).toEqual([
          paragraphsOf(from),
          paragraphsOf(to),
        ]);
      }),
    );
  });
});
