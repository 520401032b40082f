import { describe, expect, it } from 'vitest';
import { monthsUpTo } from '../../../../src/shared/model/months.ts';

describe('the last calendar months', () => {
  it('are counted back over the turn of the year', () => {
    expect(monthsUpTo('2026-02-14', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});
