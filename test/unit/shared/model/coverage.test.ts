import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type CoveredContact } from '../../../../src/shared/model/coverage.ts';
import { date } from './arbitraries.ts';

const at = (
  locality: string | null,
  remote: boolean,
  lastContactOn: string | null,
): CoveredContact => ({ locality, remote, lastContactOn });

describe('coverage of remote regions (the paper: support "wherever they are in the world", "including where possible … more remote regions")', () => {
  it('counts who was contacted since a day, remote apart from not, the least covered place first', () => {
    expect(
      coverageOf(
        [
          at('Port', false, '2026-11-01'),
          at('Port', false, '2026-01-01'),
          at('Upland', true, null),
          at('Upland', true, '2026-08-24'),
          at('Delta', true, '2026-08-23'),
          at(null, false, '2026-11-20'),
        ],
        '2026-08-24',
      ),
    ).toEqual({
      remote: { contacts: 3, contacted: 1 },
      notRemote: { contacts: 3, contacted: 2 },
      places: [
        { locality: 'Delta', remote: true, contacts: 1, contacted: 0 },
        { locality: 'Upland', remote: true, contacts: 2, contacted: 1 },
        { locality: 'Port', remote: false, contacts: 2, contacted: 1 },
        { locality: null, remote: false, contacts: 1, contacted: 1 },
      ],
    });
  });

  it('keeps a remote and a near part of one place apart', () => {
    const { places } = coverageOf([at('Vale', true, null), at('Vale', false, null)], '2026-01-01');
    expect(places.map(({ remote }) => remote)).toEqual([true, false]);
  });

  it('of any contacts the places add up to the whole, and no share is over one', () => {
    const contacts = fc.array(
      fc.record({
        locality: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: null }),
        remote: fc.boolean(),
        lastContactOn: fc.option(date, { nil: null }),
      }),
    );
    fc.assert(
      fc.property(contacts, date, (all, since) => {
        const { remote, notRemote, places } = coverageOf(all, since);
        const sum = (of: 'contacts' | 'contacted'): number =>
          places.reduce((total, place) => total + place[of], 0);
        expect([sum('contacts'), remote.contacts + notRemote.contacts]).toEqual([
          all.length,
          all.length,
        ]);
        expect(sum('contacted')).toBe(remote.contacted + notRemote.contacted);
        expect(places.every(({ contacts: of, contacted }) => of > 0 && contacted <= of)).toBe(true);
        const shares = places.map((place) => place.contacted / place.contacts);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
      }),
    );
  });
});
