import { describe, expect, it } from 'vitest';
import { timeScale } from '../../../../../src/renderer/features/impact/time-scale.ts';

describe('the scale of a line of time', () => {
  it('goes from the first day of the first month to the last of the last', () => {
    const scale = timeScale(['2026-03-20', '2026-01-15', '2026-02-02']);
    expect([scale.from, scale.to]).toEqual(['2026-01-01', '2026-03-31']);
    expect(scale.at('2026-01-01')).toBe(0);
    expect(scale.at('2026-02-15')).toBe(50);
    expect(scale.at('2026-03-31')).toBeLessThan(100);
  });

  it('holds what lies outside at its ends', () => {
    const scale = timeScale(['2026-03-20']);
    expect([scale.at('2020-01-01'), scale.at('2030-01-01')]).toEqual([0, 100]);
  });

  it.each([
    ['2026-11-05', ['2026-11']],
    ['2026-08-05', ['2026-08', '2026-09', '2026-10', '2026-11']],
    ['2025-12-31', ['2025-12', '2026-03', '2026-06', '2026-09']],
    ['2025-02-01', ['2025-02', '2025-08', '2026-02', '2026-08']],
  ])('from %s marks months that fit beside each other', (first, ticks) => {
    expect(timeScale([first, '2026-11-25']).ticks).toEqual(ticks);
  });

  it('marks no more than a few months, however long it is', () => {
    for (let year = 1990; year <= 2026; year += 1) {
      expect(timeScale([`${year}-01-01`, '2026-11-25']).ticks.length).toBeLessThanOrEqual(5);
    }
  });
});
