import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../../../src/shared/model/merge/merge-text.ts';
import { LONG_TEXT_MAX } from '../../../../../src/shared/model/primitives.ts';

/** Each letter a paragraph of its own. */
const note = (letters: string): string => letters.split(' ').filter(Boolean).join('\n\n');

describe('mergeText', () => {
  it.each([
    // what, base, mine, theirs, merged, clean
    ['a paragraph added by them', 'A B', 'A B', 'A B C', 'A B C', true],
    ['one added by each, in different places', 'A B', 'X A B', 'A B Y', 'X A B Y', true],
    ['neighbouring paragraphs changed by one each', 'A B', 'A1 B', 'A B2', 'A1 B2', true],
    ['one changed here, one added after it there', 'A', 'A1', 'A N', 'A1 N', true],
    ['one added after it here, one changed there', 'A', 'A N', 'A2', 'A2 N', true],
    ['one changed here, one added before it there', 'A', 'A1', 'N A', 'N A1', true],
    ['one taken out on one side', 'A B C', 'A C', 'A B C D', 'A C D', true],
    ['one taken out by each', 'A B C', 'B C', 'A B', 'B', true],
    ['the same one changed by both', 'A B C', 'A B1 C', 'A B2 C', 'A B1 B2 C', false],
    ['the same change by both', 'A B C', 'A B1 C D', 'E A B1 C', 'E A B1 C D', true],
    ['both added at the end', 'A', 'A X', 'A Y', 'A X Y', false],
    ['the same added by both, and more', 'A', 'A X Z', 'A X Y', 'A X Z Y', false],
    ['changed here, taken out there', 'A B C', 'A B1 C', 'A C', 'A B1 C', false],
    ['taken out here, changed there', 'A B C', 'A C', 'A B2 C', 'A B2 C', false],
    ['taken out by both', 'A B C', 'A C', 'A C D', 'A C D', true],
    ['a stretch rewritten here, its middle there', 'A B C', 'X Y', 'A B2 C', 'X Y B2', false],
    ['a stretch taken out here, added to there', 'A B C', '', 'A N B C', 'N', false],
    ['moved by both to the same place', 'A B C', 'C A B', 'C A B', 'C A B', true],
    ['moved here, taken out there', 'A B C', 'B C A', 'B C', 'B C A', true],
    ['the same paragraph twice', 'A A', 'A A A', 'A A B', 'A A A B', false],
    ['written on both sides from nothing', '', 'A B', 'A C', 'A B C', false],
    ['nothing on any side', '', '', '', '', true],
  ])('takes in %s', (_what, base, mine, theirs, merged, clean) => {
    expect(mergeText(note(base), note(mine), note(theirs))).toEqual({
      merged: note(merged),
      clean,
    });
  });

  it('takes line ends of another system for the same text', () => {
    expect(mergeText('A\n\nB', 'A\r\n\r\nB', 'A\n\nB\n\nC')).toEqual({
      merged: 'A\n\nB\n\nC',
      clean: true,
    });
    expect(mergeText('A\r\n\r\nB\r\n', 'A1\n\nB', 'A\n \n\n\nB2')).toEqual({
      merged: 'A1\n\nB2',
      clean: true,
    });
  });

  it('gives the side that changed back to the letter where the other did not', () => {
    const odd = '\n  - one\r\n  - two\r\n\r\n\r\n\r\nend  ';
    expect(mergeText('A\n\nB', 'A\n\n\nB', odd).merged).toBe(odd);
    expect(mergeText('A\n\nB', odd, 'A\n\n\nB').merged).toBe(odd);
  });

  it('keeps the lines of a list together, with their indents', () => {
    const list = '  - first\n    more of it\n  - second';
    expect(mergeText(list, `${list}\n\nmine`, `theirs\n\n${list}`).merged).toBe(
      `theirs\n\n${list}\n\nmine`,
    );
  });

  it('keeps text written from right to left, marks of direction included', () => {
    const said = 'قالت إنها بخير.';
    const called = '‏اتصلت في 3 مارس.‎';
    expect(mergeText(said, `${said}\n\n${called}`, `${said} شكراً.`)).toEqual({
      merged: `${said} شكراً.\n\n${called}`,
      clean: true,
    });
  });

  it('merges notes as long as a field can hold', () => {
    const lines = Array.from({ length: 2_000 }, (_, at) => `Paragraph ${at} `.padEnd(90, 'x'));
    const text = (changed: Record<number, string>): string =>
      lines.map((line, at) => changed[at] ?? line).join('\n\n');
    expect(mergeText(text({}), text({ 3: 'mine' }), text({ 1_990: 'theirs' }))).toEqual({
      merged: text({ 3: 'mine', 1_990: 'theirs' }),
      clean: true,
    });
  });

  it('keeps everything of both where two long notes have nothing in common', () => {
    const many = (letter: string): string[] =>
      Array.from({ length: LONG_TEXT_MAX / 8 }, (_, at) => `${letter}${at}`);
    const [base, mine, theirs] = [many('b'), many('m'), many('t')];
    const { merged, clean } = mergeText(
      base.join('\n\n'),
      [...mine, 'shared'].join('\n\n'),
      ['first', ...theirs, 'shared'].join('\n\n'),
    );
    expect(clean).toBe(false);
    expect(merged).toBe([...mine, 'shared', 'first', ...theirs].join('\n\n'));
  });
});
