import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAPER_MAP } from '../../../../../src/renderer/features/impact/paper-map.ts';
import { type Place, PLACES } from '../../../../../src/renderer/features/impact/paper-places.ts';
import { enGb } from '../../../../../src/renderer/i18n/resources.ts';

const root = join(import.meta.dirname, '../../../../..');
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const paper = oneLine(
  readFileSync(join(root, 'docs/reference/uk-support-for-human-rights-defenders.txt'), 'utf8'),
);
const asks = PAPER_MAP.flatMap((section) => section.asks);

/** Words by which the paper asks, promises or says how a mission does something. */
const ASKS =
  /\b(?:UK pledges|missions (?:will|can|might)|UK will|We (?:will|must)|should|is essential|encourage|supports the right|guided by the principle|can be raised|[Tt]o (?:remain|use all|consult|provide practical|publishing|disseminate|assess))\b/u;

/** What has such words and asks nothing itself: the line above the pledges. */
const ASKS_NOTHING: readonly string[] = ['UK pledge The UK pledges:'];

/** The paper in sentences and list items. */
const sentences = paper.split(/(?<=[.;:•])\s+(?=[•‘A-Z])|•/u).map((one) => one.trim());

describe('the map of the policy paper', () => {
  it.each(asks.map(({ quote }) => [quote] as const))('is word for word: %s', (quote) => {
    expect(paper).toContain(quote);
  });

  it('stands in the order of the paper, each sentence once, under headings of the paper', () => {
    let from = 0;
    for (const { heading, asks: inSection } of PAPER_MAP) {
      expect(paper).toContain(heading);
      for (const { quote } of inSection) {
        const at = paper.indexOf(quote, from);
        expect([quote, at >= from]).toEqual([quote, true]);
        from = at;
      }
    }
    expect(new Set(asks.map(({ quote }) => quote)).size).toBe(asks.length);
  });

  it('has every sentence that asks something of a mission', () => {
    const asking = sentences.filter((sentence) => ASKS.test(sentence));
    expect(asking.length).toBeGreaterThan(20);
    const missing = asking.filter(
      (sentence) =>
        !asks.some(({ quote }) => sentence.includes(quote) || quote.includes(sentence)) &&
        !ASKS_NOTHING.includes(sentence),
    );
    expect(missing).toEqual([]);
  });

  it('has each of the seven pledges', () => {
    const pledges = PAPER_MAP.find((section) => section.heading === 'UK pledge')?.asks ?? [];
    expect(pledges).toHaveLength(7);
    for (const { places } of pledges) expect(places).toContain('pledges');
  });

  it('leads only to routes that there are, and names each place', () => {
    const routes = new Set(
      globSync('src/renderer/features/**/routes.tsx', { cwd: root }).flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/path: '(?<path>[^']+)'/gu)].map(
          (match) => match.groups?.['path'],
        ),
      ),
    );
    for (const [name, place] of Object.entries<Place>(PLACES)) {
      expect([name, routes.has(place.to)]).toEqual([name, true]);
    }
    expect(Object.keys(enGb.paper.place).sort()).toEqual(Object.keys(PLACES).sort());
    const used = new Set<string>(asks.flatMap(({ places }) => places));
    expect([...used].sort()).toEqual(Object.keys(PLACES).sort());
  });
});
