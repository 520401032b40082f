import { describe, expect, it } from 'vitest';
import type { ConsentEventRow, StandingRow } from '../../../../../src/shared/contract/consents.ts';
import { disputesOf } from '../../../../../src/renderer/features/consents/disputes.ts';
import { consentEvent, uuid } from '../../../shared/model/records.ts';

function heard(number: number, change: Partial<ConsentEventRow> = {}): ConsentEventRow {
  return {
    ...consentEvent(number),
    recordedAt: '2026-11-24T09:00:00.000Z',
    recordedBy: 'A. Officer',
    superseded: false,
    lapsed: false,
    renewedById: null,
    ...change,
  };
}

function stands(part: Partial<StandingRow>): StandingRow {
  return {
    ...{ purpose: 'public-statement', audience: 'public', state: 'withdrawn', eventId: uuid(1) },
    ...{ decidedOn: '2026-11-01', expiresOn: null, withheld: [], withholdings: null },
    ...{ conditions: '', givenBy: 'self', heads: [uuid(1), uuid(2)], disputed: true },
    ...part,
  };
}

describe('what posts heard differently', () => {
  const events = [heard(3), heard(2, { decision: 'withdrawn' }), heard(1)];

  it('is said once for all audiences of one disagreement, with what each heard', () => {
    const found = disputesOf(
      [
        stands({ audience: 'media' }),
        stands({ audience: 'public', heads: [uuid(2), uuid(1)] }),
        stands({ audience: 'un', heads: [uuid(1), uuid(3)] }),
        stands({ audience: 'ngo', heads: [uuid(1), uuid(2)], disputed: false }),
      ],
      events,
    );
    expect(found.map((one) => ({ ...one, heard: one.heard.map((event) => event.id) }))).toEqual([
      { purpose: 'public-statement', audiences: ['media', 'public'], heard: [uuid(2), uuid(1)] },
      { purpose: 'public-statement', audiences: ['un'], heard: [uuid(3), uuid(1)] },
    ]);
  });

  it('is nothing where everything is agreed on', () => {
    expect(disputesOf([stands({ disputed: false })], events)).toEqual([]);
  });
});
