import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstInOrder } from '../../../../src/vault/store/first-in-order.ts';

describe('the first items in an order', () => {
  it('are those of the whole list sorted, equals in the order they came', () => {
    const item = fc.record({ key: fc.integer({ min: 0, max: 20 }), name: fc.string() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 200 }), fc.nat(210), (items, count) => {
        const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
        expect(firstInOrder(items, count, compare)).toEqual(
          [...items].sort(compare).slice(0, count),
        );
      }),
    );
  });

  it('take about one comparison for each item of a long list', () => {
    let compared = 0;
    const items = Array.from({ length: 10_000 }, (_, index) => (index * 7_919) % 10_007);
    const first = firstInOrder(items, 100, (a, b) => {
      compared += 1;
      return a - b;
    });
    expect([first.length, compared < 20_000]).toEqual([100, true]);
  });
});
