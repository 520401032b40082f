import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '../../../../src/shared/model/consent-event.ts';
import { knownHeads, SUPERSEDES_MAX } from '../../../../src/shared/model/consent-heads.ts';
import {
  consentStanding,
  isDisputed,
  limitsOf,
} from '../../../../src/shared/model/live-consent.ts';
import { consentEvent, uuid } from './records.ts';

const TODAY = '2026-06-01';

/** Decision `number`, of a day of March, in knowledge of these others. */
function decided(
  number: number,
  day: number,
  knowing: readonly number[],
  change: Partial<ConsentEvent> = {},
): ConsentEvent {
  const decidedOn = `2026-03-${`${day}`.padStart(2, '0')}`;
  return consentEvent(number, { decidedOn, supersedes: knowing.map(uuid), ...change });
}
const WITHDRAWN = { decision: 'withdrawn' } as const;
const REFUSED = { decision: 'refused' } as const;

/** State, the decision it rests on, and all that count, by number. */
function standing(...events: ConsentEvent[]): string {
  const all = [events, [...events].reverse()].map((order) => {
    const found = consentStanding(order, 'private-approach', 'authorities', TODAY);
    const heads = found.heads.map(({ id }) => Number.parseInt(id.slice(-4), 16)).sort();
    return `${found.state} by ${found.event?.id.slice(-1) ?? '-'} of ${heads.join(' ')}`;
  });
  expect(all[1]).toBe(all[0]);
  return all[0] ?? '';
}

describe('0050 "Of decisions that did not know of each other the strictest holds"', () => {
  it('whatever their dates: a later yes does not win over a no that its recorder had not heard of', () => {
    expect([
      standing(decided(1, 2, [], WITHDRAWN), decided(2, 5, [])),
      standing(decided(1, 2, [], REFUSED), decided(2, 5, [])),
      standing(decided(1, 2, []), decided(2, 5, [], WITHDRAWN)),
      standing(decided(1, 2, [], WITHDRAWN), decided(2, 5, [], REFUSED)),
    ]).toEqual([
      'withdrawn by 1 of 1 2',
      'refused by 1 of 1 2',
      'withdrawn by 2 of 1 2',
      'withdrawn by 1 of 1 2',
    ]);
  });

  it('a consent that has lapsed before one that holds, and of two that hold the one that ends sooner', () => {
    const lapsed = decided(1, 5, [], { expiresOn: '2026-05-01' });
    const ending = decided(2, 2, [], { expiresOn: '2026-12-31' });
    const open = decided(3, 9, []);
    expect([standing(lapsed, open), standing(ending, open)]).toEqual([
      'expired by 1 of 1 3',
      'live by 2 of 2 3',
    ]);
  });

  it('until somebody who knows of both records what the defender says now', () => {
    const no = decided(1, 2, [], WITHDRAWN);
    const yes = decided(2, 5, []);
    expect([
      standing(no, yes, decided(3, 6, [1, 2])),
      standing(no, yes, decided(3, 6, [1, 2], REFUSED)),
      standing(no, yes, decided(3, 6, [2])),
    ]).toEqual(['live by 3 of 3', 'refused by 3 of 3', 'withdrawn by 1 of 1 3']);
  });

  it('also where what is recorded then is dated before one of them: it settles nothing', () => {
    const no = decided(1, 2, [], WITHDRAWN);
    const yes = decided(2, 5, []);
    expect([
      standing(no, yes, decided(3, 3, [1, 2])),
      standing(no, yes, decided(3, 3, [1, 2], REFUSED)),
    ]).toEqual(['withdrawn by 1 of 1 2', 'withdrawn by 1 of 1 2']);
  });

  it('of one day too', () => {
    expect(standing(decided(1, 5, [], WITHDRAWN), decided(2, 5, []))).toBe('withdrawn by 1 of 1 2');
  });

  it('for each audience: a no towards any meets every yes, a yes towards somebody else none', () => {
    const noToAll = decided(1, 2, [], { ...WITHDRAWN, audience: 'any' });
    const noToNgo = decided(1, 2, [], { ...WITHDRAWN, audience: 'ngo' });
    expect([standing(noToAll, decided(2, 5, [])), standing(noToNgo, decided(2, 5, []))]).toEqual([
      'withdrawn by 1 of 1 2',
      'live by 2 of 2',
    ]);
  });

  it('and a link that is missing is no link', () => {
    const no = decided(1, 2, [], WITHDRAWN);
    expect([
      standing(no, decided(2, 5, [1]), decided(3, 6, [2])),
      standing(no, decided(3, 6, [2])),
    ]).toEqual(['live by 3 of 3', 'withdrawn by 1 of 1 3']);
  });
});

describe('0050 "Of decisions that know of each other the later one holds"', () => {
  it('also where the earlier one was written down after the later', () => {
    const no = decided(1, 20, [], WITHDRAWN);
    expect([
      standing(no, decided(2, 5, [1])),
      standing(decided(1, 20, []), decided(2, 5, [1], WITHDRAWN)),
    ]).toEqual(['withdrawn by 1 of 1', 'live by 1 of 1']);
  });

  it('through one that speaks to everybody, and through any number of others', () => {
    const first = decided(1, 2, [], WITHDRAWN);
    const toAll = decided(2, 3, [1], { ...REFUSED, audience: 'any' });
    const toNgo = decided(3, 4, [2], { audience: 'ngo' });
    const again = decided(4, 5, [3], { audience: 'any' });
    expect([standing(first, toAll, again), standing(first, toAll, toNgo, again)]).toEqual([
      'refused by 2 of 2 4',
      'live by 4 of 4',
    ]);
  });

  it('the stricter of one day, as before', () => {
    expect([
      standing(decided(1, 5, [], WITHDRAWN), decided(2, 5, [1])),
      standing(decided(1, 5, []), decided(2, 5, [1], WITHDRAWN)),
    ]).toEqual(['withdrawn by 1 of 1', 'withdrawn by 2 of 2']);
  });

  it('and a renewal in the place of what it renews, with all that this knew of', () => {
    const no = decided(1, 2, [], WITHDRAWN);
    const short = decided(2, 5, [1], { expiresOn: '2026-05-01' });
    const renewal = decided(3, 5, [2], { renewsId: uuid(2) });
    expect(standing(no, short, renewal)).toBe('live by 3 of 3');
  });

  it('where a vault says nothing of what it knew the latest day decides among those, and no more', () => {
    const old = (number: number, day: number, change: Partial<ConsentEvent> = {}): ConsentEvent =>
      decided(number, day, [], { ...change, supersedes: null });
    expect([
      standing(old(1, 2, WITHDRAWN), old(2, 5)),
      standing(old(1, 2, WITHDRAWN), old(2, 5), decided(3, 6, [])),
      standing(old(1, 5, WITHDRAWN), old(2, 2), decided(3, 6, [])),
      standing(old(1, 5, WITHDRAWN), old(2, 2), decided(3, 6, [1, 2])),
    ]).toEqual(['live by 2 of 2', 'live by 2 of 2 3', 'withdrawn by 1 of 1 3', 'live by 3 of 3']);
  });

  it('and where each says that it knew of the other, which no vault can, all count', () => {
    expect([
      standing(decided(1, 5, [2], WITHDRAWN), decided(2, 2, [1]), decided(3, 4, [])),
      standing(decided(1, 2, [1], WITHDRAWN), decided(2, 5, [])),
    ]).toEqual(['withdrawn by 1 of 1 2 3', 'withdrawn by 1 of 1 2']);
  });
});

describe('a disagreement', () => {
  it('is a yes beside a no, not two consents or two refusals', () => {
    const of = (...events: ConsentEvent[]): boolean =>
      isDisputed(consentStanding(events, 'private-approach', 'authorities', TODAY));
    expect([
      of(decided(1, 2, [], WITHDRAWN), decided(2, 5, [])),
      of(decided(1, 2, []), decided(2, 5, [])),
      of(decided(1, 2, [], WITHDRAWN), decided(2, 5, [], REFUSED)),
      of(decided(1, 2, [], WITHDRAWN), decided(2, 5, [1])),
      of(),
    ]).toEqual([true, false, false, false, false]);
  });

  it('leaves the limits of every consent to be kept to', () => {
    const limit = (id: number, what: string) => ({
      ...{ id: uuid(id), what, fromWhom: 'the company', reason: 'She said so.' },
    });
    const one = decided(1, 2, [], {
      ...{ conditions: 'Not before the verdict', withheld: ['photo'] },
      withholdings: [limit(11, 'her address')],
    });
    const other = decided(2, 5, [], {
      ...{ conditions: 'By voice only', withheld: ['locality', 'photo'] },
      withholdings: [limit(12, 'her family')],
    });
    const found = consentStanding([one, other], 'private-approach', 'authorities', TODAY);
    expect(found.event === null ? null : limitsOf(found)).toEqual({
      conditions: 'By voice only\nNot before the verdict',
      withheld: ['locality', 'photo'],
      withholdings: [limit(12, 'her family'), limit(11, 'her address')],
    });
  });
});

describe('what a new decision is made in knowledge of', () => {
  const first = decided(1, 2, [], { audience: 'any' });
  const toNgo = decided(2, 3, [1], { audience: 'ngo' });
  const toAuthorities = decided(3, 4, [1]);
  const other = decided(4, 4, [], { purpose: 'public-statement' });
  const known = [toNgo, other, toAuthorities, first];

  it('is the newest that speak where it speaks, of its purpose', () => {
    const of = (audience: ConsentEvent['audience']): string[] =>
      knownHeads(known, 'private-approach', audience);
    expect([of('authorities'), of('any'), of('un'), of('ngo')]).toEqual([
      [uuid(3)],
      [uuid(2), uuid(3)],
      [uuid(1)],
      [uuid(2)],
    ]);
  });

  it('is everything that was recorded before such links were kept', () => {
    const old = [1, 2, 3].map((number) => consentEvent(number));
    expect(knownHeads(old, 'private-approach', 'any')).toEqual([1, 2, 3].map(uuid));
  });

  it('is never more than can be written down, and then the newest', () => {
    const many = Array.from({ length: SUPERSEDES_MAX + 2 }, (_, n) => decided(n + 1, 2, []));
    const found = knownHeads(many, 'private-approach', 'authorities');
    expect([found.length, found[0]]).toEqual([SUPERSEDES_MAX, uuid(3)]);
  });
});
