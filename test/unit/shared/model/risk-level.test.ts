import { describe, expect, it } from 'vitest';
import {
  newestAssessment,
  ratingLevel,
  suggestedLevel,
} from '../../../../src/shared/model/risk-level.ts';

describe('the assessment that counts', () => {
  it('is that of the latest day, whatever the order in which they were recorded', () => {
    const [a, b, c] = [
      { id: '3', assessedOn: '2026-01-01' },
      { id: '1', assessedOn: '2026-11-01' },
      { id: '2', assessedOn: '2026-06-01' },
    ] as const;
    expect([newestAssessment([a, b, c]), newestAssessment([c, b, a])]).toEqual([b, b]);
  });

  it('is the one recorded last where two are of one day', () => {
    const [first, second] = [
      { id: '1', assessedOn: '2026-11-01' },
      { id: '2', assessedOn: '2026-11-01' },
    ] as const;
    expect(newestAssessment([second, first])).toBe(second);
  });

  it('is none where nobody assessed anything', () => {
    expect(newestAssessment([])).toBeNull();
  });
});

describe('the level that ratings speak for', () => {
  it.each([
    [1, 1, 'low'],
    [2, 2, 'low'],
    [1, 5, 'medium'],
    [3, 3, 'medium'],
    [2, 5, 'high'],
    [5, 3, 'high'],
    [4, 4, 'extreme'],
    [5, 5, 'extreme'],
  ] as const)('likelihood %i and severity %i: %s', (likelihood, severity, level) => {
    expect(ratingLevel({ likelihood, severity })).toBe(level);
  });

  // "The risks they, their communities and their families face": none outweighs another.
  it('is that of the worst rating, whoever bears it', () => {
    const ratings = [
      { likelihood: 1, severity: 1 },
      { likelihood: 5, severity: 4 },
      { likelihood: 2, severity: 3 },
    ];
    expect([suggestedLevel(ratings), suggestedLevel([])]).toEqual(['extreme', null]);
  });
});
