import { describe, expect, it } from 'vitest';
import { isNotToldForLong } from '../../../../src/shared/model/told.ts';

describe('what they are told of our work (the paper: "regularly updated on the work of the UK missions")', () => {
  it('is owed with every second contact of the rhythm', () => {
    expect([
      isNotToldForLong('2026-10-27', 14, '2026-11-24'),
      isNotToldForLong('2026-10-26', 14, '2026-11-24'),
    ]).toEqual([false, true]);
  });

  it('is owed within half a year where no rhythm is set, and always to who was never told', () => {
    expect([
      isNotToldForLong('2026-05-28', null, '2026-11-24'),
      isNotToldForLong('2026-05-27', null, '2026-11-24'),
      isNotToldForLong(null, 730, '2026-11-24'),
    ]).toEqual([false, true, true]);
  });
});
