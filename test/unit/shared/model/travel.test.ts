import { describe, expect, it } from 'vitest';
import {
  mayTravel,
  TRAVEL_AUDIENCES,
  TRAVEL_PURPOSE,
} from '../../../../src/shared/model/travel.ts';
import { CONSENT_PURPOSES } from '../../../../src/shared/model/vocabulary/consent.ts';
import { consentEvent, contact, uuid } from './records.ts';

const TODAY = '2026-06-01';
const PUBLIC_ROLE = { ground: 'public-role', explanation: 'Sitting member of parliament' } as const;
const share = (number: number, decision: 'given' | 'refused' | 'withdrawn', decidedOn: string) =>
  consentEvent(number, {
    purpose: 'share-inside-mission',
    audience: 'other-posts',
    decision,
    decidedOn,
  });

describe('what may travel (domain.md: share inside the mission, with capital, … and per audience)', () => {
  it('travels on a live consent, with the parts the defender asked to leave out', () => {
    const event = { ...share(1, 'given', '2026-03-01'), withheld: ['photo' as const] };
    expect(mayTravel(contact(1), [event], 'other-posts', TODAY)).toEqual({
      travels: true,
      ground: 'consent',
      consentEventId: uuid(1),
      withheld: ['photo'],
    });
  });

  it('stays where nobody asked and there is no other basis', () => {
    expect(mayTravel(contact(1), [], 'other-posts', TODAY)).toEqual({
      travels: false,
      why: 'never-asked',
    });
  });

  it('travels on a legitimate basis where nobody asked, or where a consent lapsed', () => {
    const lapsed = { ...share(1, 'given', '2026-03-01'), expiresOn: '2026-04-01' };
    const grounds = [[], [lapsed]].map((events) =>
      mayTravel(contact(1, { legitimateBasis: PUBLIC_ROLE }), events, 'other-posts', TODAY),
    );
    expect(grounds.map((one) => one.travels && one.ground)).toEqual([
      'legitimate-basis',
      'legitimate-basis',
    ]);
  });

  it('stays on a refusal or withdrawal even with a legitimate basis', () => {
    const said = (['refused', 'withdrawn'] as const).map((decision) =>
      mayTravel(
        contact(1, { legitimateBasis: PUBLIC_ROLE }),
        [share(1, decision, '2026-04-01')],
        'other-posts',
        TODAY,
      ),
    );
    expect(said).toEqual([
      { travels: false, why: 'refused' },
      { travels: false, why: 'withdrawn' },
    ]);
  });

  it('stays where the defender no longer lets us hold the record, whatever else was agreed', () => {
    const holding = consentEvent(2, {
      purpose: 'hold-record',
      audience: 'own-mission',
      decision: 'withdrawn',
    });
    const events = [share(1, 'given', '2026-03-01'), holding];
    expect(
      mayTravel(contact(1, { legitimateBasis: PUBLIC_ROLE }), events, 'other-posts', TODAY),
    ).toEqual({ travels: false, why: 'withdrawn' });
  });

  it('asks for a purpose of the vocabulary for every audience it can travel to', () => {
    const unknown = TRAVEL_AUDIENCES.filter(
      (audience) => !CONSENT_PURPOSES.includes(TRAVEL_PURPOSE[audience]),
    );
    expect(unknown).toEqual([]);
  });
});
