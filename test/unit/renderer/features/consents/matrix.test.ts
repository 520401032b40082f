import { describe, expect, it } from 'vitest';
import type { StandingRow } from '../../../../../src/shared/contract/consents.ts';
import {
  consentMatrix,
  standingSummary,
} from '../../../../../src/renderer/features/consents/matrix.ts';

function standing(part: Partial<StandingRow>): StandingRow {
  return {
    purpose: 'public-statement',
    audience: 'public',
    state: 'live',
    eventId: '0190b8c0-0000-7000-8000-000000000001',
    decidedOn: '2026-11-01',
    expiresOn: null,
    withheld: [],
    withholdings: null,
    conditions: '',
    givenBy: 'self',
    ...part,
  };
}

describe('consentMatrix', () => {
  const matrix = consentMatrix([
    standing({ purpose: 'meet', audience: 'any' }),
    standing({ purpose: 'meet', audience: 'media', state: 'refused' }),
    standing({}),
  ]);
  const cell = (purpose: string, audience: string): unknown[] => {
    const found = matrix
      .find((row) => row.purpose === purpose)
      ?.cells.find((entry) => entry.audience === audience);
    return [found?.state, found?.via];
  };

  it('lets a decision for any audience cover the ones not named', () => {
    expect(cell('meet', 'un')).toEqual(['live', 'any']);
  });

  it('lets a decision that names the audience stand over the one for any', () => {
    expect(cell('meet', 'media')).toEqual(['refused', 'named']);
  });

  it('tells a purpose agreed to for others only from one never asked about', () => {
    expect([cell('public-statement', 'media'), cell('use-of-photo', 'media')]).toEqual([
      ['wrong-audience', null],
      ['never-asked', null],
    ]);
  });

  it('has a cell for every purpose and audience', () => {
    expect([matrix.length, ...new Set(matrix.map((row) => row.cells.length))]).toEqual([20, 11]);
  });
});

describe('a legitimate basis in the matrix', () => {
  const grounded = (rows: StandingRow[]): string[] =>
    consentMatrix(rows, true).flatMap((row) =>
      row.cells
        .filter((cell) => cell.state === 'legitimate-basis')
        .map((cell) => `${cell.purpose} ${cell.audience}`),
    );

  it('is a ground to hold the record and hand it over, and for no action', () => {
    expect(grounded([])).toEqual([
      'hold-record own-mission',
      'share-inside-mission own-mission',
      'share-inside-mission other-posts',
      'share-with-capital capital',
      'share-with-like-minded like-minded-missions',
      'share-with-ngo ngo',
      'share-with-un un',
    ]);
  });

  it('stands in for a lapsed consent, never for a refusal, and not where consent is there', () => {
    const share = { purpose: 'share-with-capital', audience: 'capital' } as const;
    const on = (state: StandingRow['state']): boolean =>
      grounded([standing({ ...share, state })]).includes('share-with-capital capital');
    expect([on('expired'), on('refused'), on('withdrawn'), on('live')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('ends for everything once they no longer let us hold the record', () => {
    const hold = standing({ purpose: 'hold-record', audience: 'any', state: 'withdrawn' });
    expect(grounded([hold])).toEqual([]);
  });
});

describe('standingSummary', () => {
  it('says audiences of one purpose together only where everything else agrees', () => {
    const lines = standingSummary([
      standing({ audience: 'media', conditions: 'not before the verdict' }),
      standing({ audience: 'public' }),
      standing({ audience: 'un' }),
      standing({ purpose: 'meet', audience: 'any' }),
    ]);
    expect(lines.map((line) => [line.purpose, line.audiences, line.conditions])).toEqual([
      ['meet', ['any'], ''],
      ['public-statement', ['un', 'public'], ''],
      ['public-statement', ['media'], 'not before the verdict'],
    ]);
  });
});
