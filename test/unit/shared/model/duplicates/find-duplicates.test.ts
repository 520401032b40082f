import { describe, expect, it } from 'vitest';
import type { ContactMethod } from '../../../../../src/shared/model/contact.ts';
import {
  findDuplicates,
  type Profile,
} from '../../../../../src/shared/model/duplicates/find-duplicates.ts';
import { seededRandom } from '../../../../../scripts/demo/random.ts';
import { uuid } from '../records.ts';

function profile(number: number, names: string[], change: Partial<Profile> = {}): Profile {
  return {
    ...{ id: uuid(number), kind: 'person', methods: [], organisationIds: [], days: [] },
    ...{ profession: null, locality: null, country: null, apartFrom: new Set() },
    names: names.map((text, index) => ({
      ...{ id: uuid(9_000 + number * 10 + index), kind: 'primary', text, script: null },
    })),
    ...change,
  };
}

function method(kind: ContactMethod['kind'], value: string): ContactMethod {
  const rest = { safeHours: null, neverUse: false, preferred: false, note: null };
  return { id: uuid(1), kind, value, ...rest };
}

const found = (...profiles: Profile[]): unknown[] =>
  findDuplicates(profiles).map(({ ids, reasons }) => [
    ids.map((id) => Number.parseInt(id.slice(-4), 16)).join(' '),
    ...reasons,
  ]);

describe('contacts that may be one', () => {
  it('share a full name, in whatever order they are known', () => {
    const one = profile(1, ['Amina Dirie']);
    const other = profile(2, ['Dirie Amina']);
    expect([found(one, other), found(other, one)]).toEqual([
      [['1 2', 'same-name']],
      [['1 2', 'same-name']],
    ]);
  });

  it('share a name in another script and one thing more', () => {
    const change = { locality: 'Halmere', country: 'GB' } as const;
    const one = profile(1, ['Amina Dirie'], change);
    const other = profile(2, ['أمينة ديري'], { ...change, locality: ' halmere' });
    expect([found(one, other), found(one, { ...other, locality: null })]).toEqual([
      [['1 2', 'sounds-alike', 'same-place']],
      [],
    ]);
  });

  it('by any of their names', () => {
    const one = profile(1, ['Code Bird', 'Amina Dirie']);
    expect(found(one, profile(2, ['أمينة ديري', 'Amina Dirie']))).toEqual([['1 2', 'same-name']]);
  });

  it('share a number, however it is written, an address or a handle', () => {
    const of = (number: number, ...methods: ContactMethod[]): Profile =>
      profile(number, [['', 'Robert Nkemba', 'Samira Haddad'][number] ?? ''], { methods });
    expect([
      found(of(1, method('phone', '+44 20 7946 0000')), of(2, method('signal', '020-7946 0000'))),
      found(of(1, method('phone', '٠٢٠٧٩٤٦٠٠٠٠')), of(2, method('phone', '(0)20 79460000'))),
      found(
        of(1, method('email', 'Amina@Example.org')),
        of(2, method('email', 'amina@example.org ')),
      ),
      found(of(1, method('phone', '112')), of(2, method('phone', '112'))),
      found(of(1, method('telegram', '@amina')), of(2, method('telegram', '@Amina'))),
    ]).toEqual([[['1 2', 'same-phone']], [['1 2', 'same-phone']], [['1 2', 'same-email']],
      [],
      [['1 2', 'same-handle']],
    ]);
  });

  it('with the strongest reason first, and the likeliest pair first', () => {
    const mail = { methods: [method('email', 'a@example.org')], profession: 'Lawyer' };
    expect(
      found(
        profile(1, ['Amina Dirie']),
        profile(2, ['Samira Haddad Omar'], mail),
        profile(3, ['Samira Haddad'], mail),
        profile(4, ['Dirie Amina']),
      ),
    ).toEqual([
      ['2 3', 'same-email', 'part-of-name', 'same-profession'],
      ['1 4', 'same-name'],
    ]);
  });

  it('by one word only with more than a place in common', () => {
    const day = { days: ['2026-03-04'], organisationIds: [uuid(50)], locality: 'Halmere' };
    expect([
      found(profile(1, ['Amina']), profile(2, ['Amina'])),
      found(profile(1, ['Amina'], day), profile(2, ['Amina'], day)),
    ]).toEqual([[], [['1 2', 'same-name', 'same-day', 'same-organisation', 'same-place']]]);
  });
});

describe('contacts that are not one', () => {
  it('are of another kind, or surely somebody else by what either record says', () => {
    const one = profile(1, ['Amina Dirie']);
    const apart = new Set([uuid(1)]);
    expect([
      found(one, profile(2, ['Amina Dirie'], { kind: 'organisation' })),
      found(one, profile(2, ['Amina Dirie'], { apartFrom: apart })),
      found(profile(2, ['Amina Dirie'], { apartFrom: apart }), one),
      found(one),
      found(one, one),
    ]).toEqual([[], [], [], [], []]);
  });

  it('are only many who share one name', () => {
    const many = Array.from({ length: 40 }, (_, index) => profile(index + 1, ['Amina Dirie']));
    expect(found(...many)).toEqual([]);
    const twins = many.map((one, index) =>
      index < 2 ? { ...one, methods: [method('email', 'a@example.org')] } : one,
    );
    expect(found(...twins)).toEqual([['1 2', 'same-email', 'same-name']]);
  });
});

describe('among twenty thousand', () => {
  it('the pairs that are there are found by comparing few', () => {
    const random = seededRandom(7);
    const word = (): string =>
      Array.from(
        { length: 4 },
        () => random.pick([...'bdfgklmnprstvz']) + random.pick([...'aeiou']),
      ).join('');
    const people = Array.from({ length: 20_000 }, (_, index) =>
      profile(index + 1, [`${word()} ${word()}`]),
    );
    const twins = people.slice(0, 50).map((one, index) => ({
      ...profile(
        30_000 + index,
        one.names.map(({ text }) => text.toUpperCase()),
      ),
    }));
    const proposals = findDuplicates([...people, ...twins]);
    const ids = new Set(proposals.map(({ ids: pair }) => pair.join(' ')));
    expect(twins.every((twin, index) => ids.has([people[index]?.id, twin.id].join(' ')))).toBe(
      true,
    );
    expect(proposals.length).toBeLessThan(100);
  });
});
