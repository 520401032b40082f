import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../../../src/shared/model/consent-event.ts';
import { consentStanding } from '../../../../src/shared/model/live-consent.ts';
import { consentEvent, uuid } from './records.ts';

const TODAY = '2026-06-01';

function standing(...events: ConsentEvent[]): string {
  const found = consentStanding(events, 'private-approach', 'authorities', TODAY);
  return found.event === null ? found.state : `${found.state} by ${found.event.id.slice(-1)}`;
}

describe('domain.md "Consent is per purpose and per audience"', () => {
  it('says never-asked of a purpose nobody asked about, whatever else was agreed to', () => {
    expect(standing(consentEvent(1, { purpose: 'public-statement' }))).toBe('never-asked');
  });

  it('says wrong-audience where the purpose was agreed to towards somebody else only', () => {
    expect(standing(consentEvent(1, { audience: 'ngo' }))).toBe('wrong-audience');
  });

  it('takes a consent towards any audience as one towards each', () => {
    expect(standing(consentEvent(1, { audience: 'any' }))).toBe('live by 1');
  });

  it('does not take a consent towards one audience as one towards any', () => {
    expect(consentStanding([consentEvent(1)], 'private-approach', 'any', TODAY)).toEqual({
      state: 'wrong-audience',
      event: null,
    });
  });
});

describe('domain.md "It can be refused, lapse, be renewed or be withdrawn"', () => {
  it('holds through its last day and has expired the day after', () => {
    expect([
      standing(consentEvent(1, { expiresOn: TODAY })),
      standing(consentEvent(1, { expiresOn: '2026-05-31' })),
    ]).toEqual(['live by 1', 'expired by 1']);
  });

  it('is not in force before the day it was decided', () => {
    expect(standing(consentEvent(1, { decidedOn: '2026-06-02' }))).toBe('not-yet-in-force by 1');
  });

  it('lets the latest decision count, in whatever order they arrive', () => {
    const given = consentEvent(1);
    const withdrawn = consentEvent(2, { decision: 'withdrawn', decidedOn: '2026-04-01' });
    const renewed = consentEvent(3, { decidedOn: '2026-05-01' });
    expect([
      standing(given, withdrawn),
      standing(withdrawn, given),
      standing(renewed, given, withdrawn),
      standing(withdrawn, renewed, given),
    ]).toEqual(['withdrawn by 2', 'withdrawn by 2', 'live by 3', 'live by 3']);
  });

  it('ends a consent towards one audience by a withdrawal towards any', () => {
    const withdrawn = consentEvent(2, {
      decision: 'withdrawn',
      audience: 'any',
      decidedOn: '2026-04-01',
    });
    expect(standing(consentEvent(1), withdrawn)).toBe('withdrawn by 2');
  });

  it('lets the stricter of two decisions of one day count', () => {
    const given = consentEvent(1);
    const refused = consentEvent(2, { decision: 'refused' });
    const withdrawn = consentEvent(3, { decision: 'withdrawn' });
    expect([
      standing(given, refused),
      standing(refused, given),
      standing(refused, withdrawn, given),
    ]).toEqual(['refused by 2', 'refused by 2', 'withdrawn by 3']);
  });

  it('lets the one that ends sooner count of two consents of one day', () => {
    const open = consentEvent(1);
    const short = consentEvent(2, { expiresOn: '2026-05-01' });
    expect([standing(open, short), standing(short, open)]).toEqual([
      'expired by 2',
      'expired by 2',
    ]);
  });

  it('lets a renewal count in the place of the consent of the same day that it names', () => {
    const short = consentEvent(1, { expiresOn: '2026-05-01' });
    const renewal = consentEvent(2, { renewsId: uuid(1) });
    const again = consentEvent(3, { renewsId: uuid(2), expiresOn: '2026-12-31' });
    const otherAudience = consentEvent(4, { renewsId: uuid(1), audience: 'any' });
    const withdrawn = consentEvent(5, { decision: 'withdrawn' });
    expect([
      standing(short, renewal),
      standing(renewal, short),
      standing(again, short, renewal),
      standing(short, otherAudience),
      standing(short, renewal, withdrawn),
    ]).toEqual(['live by 2', 'live by 2', 'live by 3', 'expired by 1', 'withdrawn by 5']);
  });

  it('picks the same one of two equal consents in either order', () => {
    const one = consentEvent(1);
    const two = consentEvent(2);
    const pick = (events: ConsentEvent[]) =>
      consentStanding(events, 'private-approach', 'authorities', TODAY).event?.id;
    expect([pick([one, two]), pick([two, one])]).toEqual([uuid(1), uuid(1)]);
  });

  it('does not fall back on an older open consent when a newer one has lapsed', () => {
    const newer = consentEvent(2, { decidedOn: '2026-04-01', expiresOn: '2026-05-01' });
    expect(standing(consentEvent(1), newer)).toBe('expired by 2');
  });
});
