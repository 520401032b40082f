import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '../../src/shared/model/merge/merge-text.ts';
import { paragraphsOf, textOf } from '../../src/shared/model/merge/paragraphs.ts';

/** Few different paragraphs, so that random texts share, move and repeat them. */
const paragraph = fc.constantFrom('A', 'B', 'C', 'D', 'ب\nت', '  - E', 'F.', 'G');
const paragraphs = fc.array(paragraph, { maxLength: 8 });
const text = paragraphs.map(textOf);
/** With what people do to blank lines and line ends. */
const rough = fc
  .tuple(paragraphs, fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n\n'), fc.constantFrom('', '\n\n'))
  .map(([list, gap, outer]) => `${outer}${list.join(gap)}${outer}`);

function countOf(list: readonly string[], wanted: string): number {
  return list.filter((entry) => entry === wanted).length;
}

function sorted(merged: string): string[] {
  return paragraphsOf(merged).sort();
}

describe('mergeText, for any three texts', () => {
  it('takes the side that changed, to the letter', () => {
    fc.assert(
      fc.property(rough, rough, (base, changed) => {
        expect(mergeText(base, changed, changed)).toEqual({ merged: changed, clean: true });
        expect(mergeText(base, base, changed)).toEqual({ merged: changed, clean: true });
        expect(mergeText(base, changed, base)).toEqual({ merged: changed, clean: true });
      }),
    );
  });

  it('loses no paragraph that no one took out, and makes none up', () => {
    fc.assert(
      fc.property(rough, rough, rough, (base, mine, theirs) => {
        const [b, m, t] = [paragraphsOf(base), paragraphsOf(mine), paragraphsOf(theirs)];
        const merged = paragraphsOf(mergeText(base, mine, theirs).merged);
        for (const one of new Set([...b, ...m, ...t])) {
          const [inBase, inMine, inTheirs] = [b, m, t].map((list) => countOf(list, one)) as [
            number,
            number,
            number,
          ];
          const wasPutIn = inMine > inBase || inTheirs > inBase;
          const wasTakenOut = inMine < inBase || inTheirs < inBase;
          // Of a paragraph that stood there twice, one copy may go; what it says never does.
          if (wasPutIn || !wasTakenOut) expect(merged).toContain(one);
          expect(countOf(merged, one)).toBeLessThanOrEqual(inMine + inTheirs);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes to the same paragraphs on both sides, and to the same text where it is clean', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const here = mergeText(base, mine, theirs);
        const there = mergeText(base, theirs, mine);
        expect(there.clean).toBe(here.clean);
        expect(sorted(there.merged)).toEqual(sorted(here.merged));
        if (here.clean) expect(there.merged).toBe(here.merged);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the order in which each side has what it put in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }),
        paragraphs,
        fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }),
        (own, started, places) => {
          const mine: string[] = [...started];
          own.forEach((one, at) => mine.splice((places[at] ?? 0) % (mine.length + 1), 0, one));
          const theirs = [...started, 'theirs'];
          const merged = paragraphsOf(
            mergeText(textOf(started), textOf(mine), textOf(theirs)).merged,
          );
          const isOwn = (one: string): boolean => own.includes(one as 'a');
          expect(merged.filter(isOwn)).toEqual(mine.filter(isOwn));
          expect(merged.filter((one) => one !== 'theirs')).toEqual(mine);
        },
      ),
    );
  });
});
