import fc from 'fast-check';
import { RISK_LEVELS } from '../../../../src/shared/model/vocabulary/contact.ts';

/** Calendar dates over some years, leap days among them. */
export const date = fc
  .date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2029-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((day) => day.toISOString().slice(0, 10));

export const riskLevel = fc.constantFrom(...RISK_LEVELS);
