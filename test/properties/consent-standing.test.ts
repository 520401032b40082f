import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../src/shared/model/consent-event.ts';
import { consentStanding } from '../../src/shared/model/live-consent.ts';
import { consentEvent, uuid } from '../unit/shared/model/records.ts';

const TODAY = '2026-06-10';
const days = fc.integer({ min: 1, max: 20 }).map((day) => `2026-06-${`${day}`.padStart(2, '0')}`);
const purposes = fc.constantFrom('private-approach' as const, 'use-of-name' as const);
const audiences = fc.constantFrom('any' as const, 'authorities' as const, 'ngo' as const);

const events: fc.Arbitrary<ConsentEvent[]> = fc
  .array(
    fc.record({
      purpose: purposes,
      audience: audiences,
      decision: fc.constantFrom('given' as const, 'refused' as const, 'withdrawn' as const),
      decidedOn: days,
      expiresOn: fc.option(days, { nil: null }),
      renews: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ renews, ...change }, index) =>
      // What a renewal names may be later, itself, or not there: a bundle can say anything.
      consentEvent(index + 1, { ...change, renewsId: renews === null ? null : uuid(renews) }),
    ),
  );

const standing = (all: readonly ConsentEvent[]) =>
  consentStanding(all, 'private-approach', 'authorities', TODAY);

describe('what holds today', () => {
  it('does not depend on the order in which decisions arrived', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(standing(other)).toEqual(standing(all));
      }),
    );
  });

  it('is live only on a consent of that purpose and audience, in force and not lapsed', () => {
    fc.assert(
      fc.property(events, (all) => {
        const found = standing(all);
        fc.pre(found.state === 'live');
        const { purpose, audience, decision, decidedOn, expiresOn } = found.event;
        expect({
          purpose,
          named: audience === 'any' || audience === 'authorities',
          decision,
          begun: decidedOn <= TODAY,
          lapsed: expiresOn !== null && expiresOn < TODAY,
        }).toEqual({
          purpose: 'private-approach',
          named: true,
          decision: 'given',
          begun: true,
          lapsed: false,
        });
      }),
    );
  });

  it('is not live after a refusal or withdrawal on or after the day of every consent', () => {
    fc.assert(
      fc.property(
        events,
        fc.constantFrom('refused' as const, 'withdrawn' as const),
        fc.constantFrom('any' as const, 'authorities' as const),
        (all, decision, audience) => {
          const last = consentEvent(99, { decision, audience, decidedOn: '2026-06-20' });
          expect(standing([...all, last]).state).not.toBe('live');
        },
      ),
    );
  });

  it('does not change with what is said of another purpose', () => {
    fc.assert(
      fc.property(events, (all) => {
        const alone = standing(all.filter((event) => event.purpose === 'private-approach'));
        expect(standing(all)).toEqual(alone);
      }),
    );
  });

  it('never comes from an event with an id that was not given to it', () => {
    fc.assert(
      fc.property(events, (all) => {
        const found = standing(all);
        expect(found.event === null || all.includes(found.event)).toBe(true);
      }),
    );
    expect(standing([consentEvent(3)]).event?.id).toBe(uuid(3));
  });
});
