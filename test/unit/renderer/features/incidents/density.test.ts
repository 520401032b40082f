import { describe, expect, it } from 'vitest';
import { densityRows, dotRadius } from '../../../../../src/renderer/features/incidents/density.ts';

describe('what happened by risk and month', () => {
  it('has a row for each risk with incidents, in the order of the paper, zeros filled in', () => {
    const entries = [
      { month: '2026-11', risk: 'impunity', count: 1 },
      { month: '2026-09', risk: 'criminalisation', count: 4 },
      { month: '2026-11', risk: 'criminalisation', count: 2 },
      { month: '2025-01', risk: 'stigmatisation', count: 9 },
    ] as const;
    expect(densityRows(entries, ['2026-09', '2026-10', '2026-11'])).toEqual([
      { risk: 'criminalisation', counts: [4, 0, 2], total: 6 },
      { risk: 'impunity', counts: [0, 0, 1], total: 1 },
    ]);
  });

  it('is drawn as dots whose area is the number, as far as a cell has room', () => {
    expect([dotRadius(1), dotRadius(4), dotRadius(9), dotRadius(100)]).toEqual([3, 6, 9, 9]);
  });
});
