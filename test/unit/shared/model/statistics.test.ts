import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../../../src/shared/model/consent-event.ts';
import { randomlyRounded, showableParts } from '../../../../src/shared/model/small-numbers.ts';
import {
  type Counted,
  figuresOf,
  mayBeCounted,
  TICK_QUESTIONS,
} from '../../../../src/shared/model/statistics.ts';
import { Known } from '../../../support/linear-attack.ts';
import { consentEvent, contact, uuid } from './records.ts';

const TODAY = '2026-11-25';

describe('who is counted', () => {
  const agreed = consentEvent(1, { purpose: 'statistics', audience: 'capital' });
  const decide = (events: readonly ConsentEvent[], change = {}) =>
    mayBeCounted(contact(1, change), events, TODAY);

  it('agreed to statistics towards the capital, and may say what is left out', () => {
    expect(decide([agreed])).toEqual({ counted: true, withheld: [] });
    expect(decide([{ ...agreed, withheld: ['incidents'] }])).toEqual({
      counted: true,
      withheld: ['incidents'],
    });
    expect(decide([{ ...agreed, audience: 'any' }]).counted).toBe(true);
  });

  it.each([
    ['never-asked', []],
    ['never-asked', [{ ...agreed, purpose: 'share-with-capital' }]],
    ['wrong-audience', [{ ...agreed, audience: 'ngo' }]],
    ['refused', [{ ...agreed, decision: 'refused' }]],
    ['expired', [{ ...agreed, expiresOn: '2026-11-24' }]],
    ['not-yet-in-force', [{ ...agreed, decidedOn: '2026-11-26' }]],
    [
      'withdrawn',
      [agreed, { ...agreed, id: uuid(2), decision: 'withdrawn', decidedOn: '2026-04-01' }],
    ],
    [
      'withdrawn',
      [agreed, consentEvent(2, { purpose: 'hold-record', audience: 'any', decision: 'withdrawn' })],
    ],
  ] as const)('is nobody else: %s', (why, events) => {
    expect(decide(events as readonly ConsentEvent[])).toEqual({ counted: false, why });
  });

  it('"use or advocate the use of violence": is nobody who does', () => {
    const peacefulMeans = {
      status: 'not-met',
      assessedBy: 'A. Officer',
      assessedOn: '2026-01-01',
      ground: 'Calls for attacks',
    } as const;
    expect(decide([agreed], { peacefulMeans })).toEqual({
      counted: false,
      why: 'peaceful-means-not-met',
    });
  });
});

describe('the parts of a whole that may be shown', () => {
  it.each([
    ['all, where each has five people', [5, 9, 12], [true, true, true]],
    ['not the small ones, where together they are five', [3, 20, 2], [false, true, false]],
    ['nor the smallest of the others, where they are not', [2, 7, 20], [false, false, true]],
    ['nor a part beside one with nobody in it', [0, 7, 20], [false, false, true]],
    ['nor anything, where all but a few are in one part', [4, 30], [false, false]],
    ['nor anything of four people', [4, 0], [false, false]],
  ] as const)('are %s', (_name, counts, shown) => {
    expect(showableParts(counts)).toEqual(shown);
  });

  it('are fewer than a reader could do with: what is left out without care is worked out', () => {
    // The attack of the property tests, on numbers published with only the small one left out.
    const careless = new Known([
      [1, 1, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(careless.determines([0, 0, 1])).toBe(true);
    expect(
      new Known([
        [1, 1, 1],
        [1, 0, 0],
      ]).determines([0, 0, 1]),
    ).toBe(false);
  });
});

describe('rounding at random', () => {
  it('goes to a multiple of five beside the number, right on average', () => {
    for (let count = 5; count < 40; count += 1) {
      const results = [0, 1, 2, 3, 4].map((draw) => randomlyRounded(count, draw));
      expect(results.every((one) => one % 5 === 0 && Math.abs(one - count) < 5)).toBe(true);
      expect(results.reduce((sum, one) => sum + one, 0)).toBe(count * 5);
    }
  });
});

interface PersonChange {
  readonly coverage?: Counted['coverage'];
  readonly ticks?: Partial<Counted['ticks']>;
}

function person(number: number, change: PersonChange = {}): Counted {
  const none = Object.fromEntries(
    Object.keys(TICK_QUESTIONS).map((question) => [question, new Set<string>()]),
  ) as unknown as Counted['ticks'];
  return {
    id: uuid(number),
    coverage: 'elsewhere-in-touch',
    ...change,
    ticks: { ...none, ...change.ticks },
  };
}

function people(count: number, from: number, change: PersonChange = {}): Counted[] {
  return Array.from({ length: count }, (_, index) => person(from + index, change));
}

describe('the figures of a year', () => {
  it('are none of four people, however much happened to them', () => {
    expect(figuresOf(people(4, 1), () => 4)).toBeNull();
    expect(figuresOf(people(5, 1), () => 4)?.people).toBe(5);
  });

  it('say few, nearly all or a multiple of five; a small number never', () => {
    const helped = { ticks: { helped: new Set(['yes']) } };
    const rowOf = (withIt: number, without: number) =>
      figuresOf([...people(withIt, 1, helped), ...people(without, 500)], () => 4)?.helped.yes;
    expect(rowOf(0, 20)).toBe('few');
    expect(rowOf(4, 20)).toBe('few');
    expect(rowOf(5, 20)).toBe(5);
    expect(rowOf(13, 20)).toBe(10);
    expect(rowOf(20, 4)).toBe('nearly-all');
    expect(rowOf(20, 0)).toBe('nearly-all');
    expect(rowOf(2, 3)).toBe('few');
    expect(rowOf(3, 2)).toBe('nearly-all');
  });

  it('count people: what was done five times for one is done for one', () => {
    const types = { ticks: { support: new Set(['demarche', 'trial-observation']) } };
    const figures = figuresOf([...people(1, 1, types), ...people(20, 2)], () => 4);
    expect(figures?.support.demarche).toBe('few');
  });

  it('leave out a second part of the coverage where one part is small', () => {
    const figures = figuresOf(
      [
        ...people(2, 1, { coverage: 'remote-silent' }),
        ...people(7, 10, { coverage: 'remote-in-touch' }),
        ...people(9, 20, { coverage: 'elsewhere-silent' }),
        ...people(30, 40),
      ],
      () => 4,
    );
    expect(figures?.coverage).toEqual({
      'remote-in-touch': 'left-out',
      'elsewhere-in-touch': 30,
      'remote-silent': 'left-out',
      'elsewhere-silent': 5,
    });
  });

  it('ask the draw for each row with exactly those counted in it, in one order', () => {
    const asked = new Map<string, readonly string[]>();
    const women = people(6, 1, { ticks: { group: new Set(['lgbt']) } }).reverse();
    figuresOf([...women, ...people(6, 100)], (row, ids) => {
      asked.set(row, ids);
      return 0;
    });
    expect(asked.get('group/lgbt')).toEqual([1, 2, 3, 4, 5, 6].map(uuid));
    expect(asked.get('people')).toHaveLength(12);
    expect(asked.has('group/indigenous-communities')).toBe(false);
  });
});
