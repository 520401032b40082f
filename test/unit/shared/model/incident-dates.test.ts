import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { incidentDateIssues, knownPart } from '../../../../src/shared/model/incident-dates.ts';
import type { RedressStep } from '../../../../src/shared/model/incident.ts';
import type { DatePrecision } from '../../../../src/shared/model/vocabulary/incident.ts';

const TODAY = '2026-11-24';

function step(on: string): RedressStep {
  return {
    ...{ id: randomUUID(), kind: 'complaint', on, authority: null, result: 'pending', note: '' },
  };
}

function codes(
  occurredOn: string,
  precision: DatePrecision,
  rest: { endedOn?: string; redress?: string[] } = {},
): string[] {
  const { endedOn = null, redress = [] } = rest;
  const fields = { occurredOn, precision, endedOn, redress: redress.map(step) };
  return incidentDateIssues(fields, TODAY).map(({ path, code }) => `${path.join('.')} ${code}`);
}

// UK Support for Human Rights Defenders: defenders "document and report human rights violations".
// A report that contradicts itself does them harm where it is quoted.
describe('the dates of an incident', () => {
  it.each([
    ['2026-11-24', 'exact', []],
    ['2026-11-25', 'exact', ['occurredOn in-future']],
    ['2026-11-25', 'approximate', ['occurredOn in-future']],
    // Only the month is known, and it is this one.
    ['2026-11-30', 'day-unknown', []],
    ['2026-12-01', 'day-unknown', ['occurredOn in-future']],
    ['2026-12-31', 'day-and-month-unknown', []],
    ['2027-01-01', 'day-and-month-unknown', ['occurredOn in-future']],
  ] as const)('%s, %s: nothing is recorded before it happened', (on, precision, expected) => {
    expect(codes(on, precision)).toEqual(expected);
  });

  it('do not let it end on a day that has not come', () => {
    expect(codes('2026-11-01', 'exact', { endedOn: '2026-11-25' })).toEqual(['endedOn in-future']);
  });

  it('put redress after what it redresses, and not ahead of today', () => {
    const redress = ['2026-10-31', '2026-11-01', '2026-12-01'];
    expect(codes('2026-11-01', 'exact', { redress })).toEqual([
      'redress.0.on before-incident',
      'redress.2.on in-future',
    ]);
  });

  it.each([
    ['day-unknown', '2026-06-02', []],
    ['day-unknown', '2026-05-31', ['redress.0.on before-incident']],
    ['day-and-month-unknown', '2026-01-01', []],
    ['day-and-month-unknown', '2025-12-31', ['redress.0.on before-incident']],
    ['approximate', '2026-05-31', []],
  ] as const)('are compared only as far as they are known: %s, complaint on %s', (...row) => {
    const [precision, on, expected] = row;
    expect(codes('2026-06-15', precision, { redress: [on] })).toEqual(expected);
  });
});

describe('what is known of a date', () => {
  it.each([
    ['exact', '2026-06-15'],
    ['approximate', '2026-06-15'],
    ['day-unknown', '2026-06'],
    ['day-and-month-unknown', '2026'],
  ] as const)('%s: %s', (precision, expected) => {
    expect(knownPart('2026-06-15', precision)).toBe(expected);
  });
});
