import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomlyRounded, showableParts } from '../../src/shared/model/small-numbers.ts';
import {
  COVERAGE,
  type Counted,
  type Figure,
  figuresOf,
  TICK_QUESTIONS,
  type TickQuestion,
} from '../../src/shared/model/statistics.ts';
import { Known } from '../support/linear-attack.ts';
import { uuid } from '../unit/shared/model/records.ts';

const QUESTIONS = Object.keys(TICK_QUESTIONS) as TickQuestion[];
const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

/** People of whom most are alike, so that rows are small, nearly everyone, and all between. */
const population: fc.Arbitrary<Counted[]> = fc
  .array(
    fc.record({
      coverage: fc.constantFrom(COVERAGE[0], COVERAGE[0], COVERAGE[1], COVERAGE[2], COVERAGE[3]),
      ticks: fc.record({
        risk: fc.subarray([...TICK_QUESTIONS.risk]),
        group: fc.subarray([...TICK_QUESTIONS.group]),
        support: fc.subarray(TICK_QUESTIONS.support.slice(0, 5)),
        helped: fc.subarray([...TICK_QUESTIONS.helped]),
        cost: fc.subarray([...TICK_QUESTIONS.cost]),
        override: fc.subarray([...TICK_QUESTIONS.override]),
      }),
    }),
    { minLength: 5, maxLength: 40 },
  )
  .map((people) =>
    people.map(({ coverage, ticks }, index) => ({
      id: uuid(index + 1),
      coverage,
      ticks: Object.fromEntries(
        QUESTIONS.map((question) => [question, new Set<string>(ticks[question])]),
      ) as unknown as Counted['ticks'],
    })),
  );

/** A row of the document: who is in it, and what is said of it. */
function rowsOf(people: readonly Counted[]): { members: readonly Counted[]; said: Figure }[] {
  const figures = figuresOf(people, () => 0);
  if (figures === null) throw new Error('five people are enough');
  return [
    ...QUESTIONS.flatMap((question) =>
      TICK_QUESTIONS[question].map((answer) => ({
        members: people.filter((one) => one.ticks[question].has(answer)),
        said: (figures[question] as Record<string, Figure>)[answer] ?? 'few',
      })),
    ),
    ...COVERAGE.map((part) => ({
      members: people.filter((one) => one.coverage === part),
      said: figures.coverage[part],
    })),
  ];
}

describe('one document: what adding and subtracting its numbers tells of', () => {
  it('is never a row with fewer than five people, nor the rest beside such a row', () => {
    fc.assert(
      fc.property(population, (people) => {
        const rows = rowsOf(people);
        // Unknown is the number of each row. The worst case: the reader has undone the rounding,
        // so that each number shown, and that of all people, is exact.
        const unit = (index: number): number[] => rows.map((_, at) => Number(at === index));
        const coverage = rows.map((_, at) => Number(at >= rows.length - COVERAGE.length));
        const known = new Known([
          coverage,
          ...rows.flatMap(({ said }, index) => (typeof said === 'number' ? [unit(index)] : [])),
        ]);
        for (const [index, { members }] of rows.entries()) {
          const rest = people.length - members.length;
          if (members.length >= 5 && rest >= 5) continue;
          expect(known.determines(unit(index))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is nobody, everybody or at least five people, whatever combination it is asked of', () => {
    // Every kind of person there can be, in two answers that may both hold and one division in
    // three: 12 kinds, and each of the 4,096 sets of kinds is a number somebody could work out.
    const kinds = [0, 1].flatMap((a) =>
      [0, 1].flatMap((b) => [0, 1, 2].map((part) => ({ a, b, part }))),
    );
    const counts = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(counts, (people) => {
        fc.pre(sum(people) >= 5);
        const inRow = (is: (kind: (typeof kinds)[number]) => boolean): number[] =>
          kinds.map((kind) => Number(is(kind)));
        const divisions = [
          [inRow(({ a }) => a === 1), inRow(({ a }) => a === 0)],
          [inRow(({ b }) => b === 1), inRow(({ b }) => b === 0)],
          [0, 1, 2].map((part) => inRow((kind) => kind.part === part)),
        ];
        const sizeOf = (row: readonly number[]): number =>
          sum(row.map((weight, index) => weight * (people[index] ?? 0)));
        const published = divisions.flatMap((division) => {
          const shown = showableParts(division.map(sizeOf));
          return division.filter((_, index) => shown[index]);
        });
        const known = new Known([kinds.map(() => 1), ...published]);
        for (let set = 1; set < 2 ** kinds.length; set += 1) {
          const row = kinds.map((_, index) => (set >> index) & 1);
          if (!known.determines(row)) continue;
          const size = sizeOf(row);
          expect([size === 0 ? 'nobody' : size >= 5, row]).toEqual([
            size === 0 ? 'nobody' : true,
            row,
          ]);
          // Nobody is told of only where it is nobody by the form of the question.
          if (size === 0) expect(sum(row)).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves open every number left out, also to who knows by which rule it was', () => {
    for (const parts of [2, 3, 4]) {
      const byDocument = new Map<string, number[][]>();
      // Who reads `15` for all people has to reckon with up to 19.
      for (let people = 5; people <= 19; people += 1) {
        for (const counts of divisionsOf(people, parts)) {
          for (const document of documentsOfParts(counts)) {
            byDocument.set(document, [...(byDocument.get(document) ?? []), counts]);
          }
        }
      }
      for (const [document, worlds] of byDocument) {
        const [people = '', ...rows] = document.split(' ');
        if (Number(people) > 15) continue;
        const open = rows.map((said, index) => {
          if (said !== 'left-out') return true;
          return new Set(worlds.map((counts) => counts[index])).size >= 3;
        });
        expect([document, open]).toEqual([document, rows.map(() => true)]);
      }
    }
  });
});

/** Everything that a document may say of one division of people, whatever the draws. */
function documentsOfParts(counts: readonly number[]): string[] {
  const shown = showableParts(counts);
  return counts.reduce(
    (documents, count, index) => {
      const said = shown[index] ? roundings(count) : ['left-out'];
      return documents.flatMap((document) => said.map((one) => `${document} ${one}`));
    },
    roundings(sum(counts)).map(String),
  );
}

/** Every way of putting people into parts. */
function divisionsOf(people: number, parts: number): number[][] {
  if (parts === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) =>
    divisionsOf(people - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** Who was counted in the first year only, in both, in the second only; with the answer or not. */
interface TwoYears {
  readonly left: readonly [withIt: number, without: number];
  readonly stayed: readonly [withIt: number, without: number];
  readonly joined: readonly [withIt: number, without: number];
}

/** Everything that the documents of two years may say of one answer, whatever the draws. */
function documentsOf({ left, stayed, joined }: TwoYears): ReadonlySet<string> {
  const years = [
    [left[0] + stayed[0], left[1] + stayed[1]],
    [stayed[0] + joined[0], stayed[1] + joined[1]],
  ] as const;
  const [first, second] = years.map(([withIt, without]) => {
    const all = withIt + without;
    if (all < 5) return ['none'];
    const totals = roundings(all);
    const [isShown] = showableParts([withIt, without]);
    const rows = isShown ? roundings(withIt) : [withIt * 2 <= all ? 'few' : 'nearly-all'];
    return totals.flatMap((total) => rows.map((row) => `${total}:${row}`));
  });
  return new Set((first ?? []).flatMap((a) => (second ?? []).map((b) => `${a} ${b}`)));
}

function roundings(count: number): number[] {
  return [...new Set([0, 1, 2, 3, 4].map((draw) => randomlyRounded(count, draw)))];
}

const fewPeople = fc.integer({ min: 0, max: 4 });
const manyPeople = fc.integer({ min: 0, max: 60 });
const twoYears: fc.Arbitrary<TwoYears> = fc.record({
  left: fc.tuple(fewPeople, fewPeople),
  stayed: fc.tuple(manyPeople, manyPeople),
  joined: fc.tuple(fewPeople, fewPeople),
});

describe('the documents of two years, with nearly the same people in both', () => {
  it('do not tell how many with an answer came, went or stayed, by any difference', () => {
    const near = [-1, 0, 1];
    fc.assert(
      fc.property(twoYears, fc.nat(), (world, pick) => {
        const possible = [...documentsOf(world)];
        const published = possible[pick % possible.length] ?? '';
        const others: TwoYears[] = [];
        for (const change of tuples(near, 6)) {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = change;
          const other: TwoYears = {
            left: [world.left[0] + a, world.left[1] + b],
            stayed: [world.stayed[0] + c, world.stayed[1] + d],
            joined: [world.joined[0] + e, world.joined[1] + f],
          };
          if (
            Object.values(other)
              .flat()
              .some((count: number) => count < 0)
          )
            continue;
          if (documentsOf(other).has(published)) others.push(other);
        }
        for (const who of ['left', 'stayed', 'joined'] as const) {
          expect(new Set(others.map((other) => other[who][0])).size).toBeGreaterThan(1);
          expect(new Set(others.map((other) => sum(other[who]))).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('do not tell of one person either, where both give a number and only that one came', () => {
    for (let withIt = 5; withIt <= 40; withIt += 1) {
      for (const hasIt of [0, 1]) {
        for (const first of roundings(withIt)) {
          for (const second of roundings(withIt + hasIt)) {
            const answers = new Set<number>();
            for (let other = 5; other <= 60; other += 1) {
              for (const came of [0, 1]) {
                if (!roundings(other).includes(first)) continue;
                if (roundings(other + came).includes(second)) answers.add(came);
              }
            }
            expect([first, second, answers.size]).toEqual([first, second, 2]);
          }
        }
      }
    }
  });

  it('differ by a multiple of five or not at all', () => {
    fc.assert(
      fc.property(manyPeople, manyPeople, fewPeople, fewPeople, (a, b, one, two) => {
        const difference = randomlyRounded(a, one) - randomlyRounded(b, two);
        expect(Math.abs(difference % 5)).toBe(0);
      }),
    );
  });
});

function tuples(values: readonly number[], length: number): number[][] {
  if (length === 0) return [[]];
  return tuples(values, length - 1).flatMap((rest) => values.map((value) => [...rest, value]));
}
