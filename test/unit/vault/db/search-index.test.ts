import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeChangeSet } from '../../../../src/vault/db/change-log.ts';
import { derivedSnapshot, rebuildDerived } from '../../../../src/vault/db/derived.ts';
import { search } from '../../../../src/vault/db/search-index.ts';
import { INTERNALS } from '../../../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../../../src/vault/db/store.ts';
import {
  contactNamed,
  context,
  makeFixture,
  meetingLog,
  testId,
  type Fixture,
} from './store-fixture.ts';

let fixture: Fixture;
let store: WriteStore;

const CONTACTS = [
  'Zoë Müller-Łukasz',
  'Nguyễn Thị Đặng',
  'Екатерина Йорданова',
  'مُحَمَّد الأحمد',
  '王维权律师',
  'さくら弁護士',
  'สมชาย ใจดี',
  '국제인권연대',
  "Seán O'Neill",
  'ʿAbd al-Raḥmān',
  'José d’Ivoire',
  'Μαρία Παπαδοπούλου',
  'रीता शर्मा',
  'ገብረ መድህን',
  'שָׁלוֹם כהן',
];

beforeAll(() => {
  fixture = makeFixture();
  store = fixture.create();
  writeChangeSet(store, context('create'), (w) => {
    for (const [i, name] of CONTACTS.entries()) {
      w.create('contact', contactNamed(name), testId(100 + i));
    }
    w.create(
      'meeting-log',
      {
        ...meetingLog('Visit to the workshop'),
        said: `${'Nothing of note. '.repeat(30)}The court in 北京市朝阳区 put the trial off again. ${'More. '.repeat(60)}`,
      },
      testId(200),
    );
  });
});
afterAll(() => {
  fixture.dispose();
});

function titles(query: string): string[] {
  return search(store, query, { types: ['contact'], limit: 30 }).map((hit) => hit.title);
}

describe('search', () => {
  it.each([
    ['zoe', 'Zoë Müller-Łukasz'],
    ['MÜLL', 'Zoë Müller-Łukasz'],
    ['muller lukasz', 'Zoë Müller-Łukasz'],
    ['nguyen dang', 'Nguyễn Thị Đặng'],
    ['Đặng', 'Nguyễn Thị Đặng'],
    ['екатерина', 'Екатерина Йорданова'],
    ['иорданова', 'Екатерина Йорданова'],
    ['محمد', 'مُحَمَّد الأحمد'],
    ['الاحمد', 'مُحَمَّد الأحمد'],
    ['مـــحمد', 'مُحَمَّد الأحمد'],
    ['维权', '王维权律师'],
    ['律师', '王维权律师'],
    ['弁護士', 'さくら弁護士'],
    ['くら', 'さくら弁護士'],
    ['ใจดี', 'สมชาย ใจดี'],
    ['ชาย', 'สมชาย ใจดี'],
    ['인권', '국제인권연대'],
    ["o'neill", "Seán O'Neill"],
    ['sean', "Seán O'Neill"],
    ['abd rahman', 'ʿAbd al-Raḥmān'],
    ['ivoire', 'José d’Ivoire'],
    ['μαρια', 'Μαρία Παπαδοπούλου'],
    ['शर्मा', 'रीता शर्मा'],
    ['መድህን', 'ገብረ መድህን'],
    ['שלום', 'שָׁלוֹם כהן'],
  ])('finds by %s', (query, title) => {
    expect(titles(query)).toEqual([title]);
  });

  it.each(['律维', 'eilln', 'ใดจี', 'zoe nguyen', 'शमा'])('does not find by %s', (query) => {
    expect(titles(query)).toEqual([]);
  });

  it.each(['', ' ', '"', '*', '( OR', 'a" OR "b', 'NEAR(', '-', '^', ':', "'", '\u0000', '😀'])(
    'takes %j as text, never as syntax',
    (query) => {
      expect(() => titles(query)).not.toThrow();
    },
  );

  it('takes words of the query language as words', () => {
    expect(titles('zoe AND muller')).toEqual([]);
    expect(titles('zoe OR nguyen')).toEqual([]);
    expect(titles('title:zoe')).toEqual([]);
  });

  it('shows the text around the match, with the match marked', () => {
    const [hit] = search(store, 'trial 朝阳', { limit: 5 });
    expect(hit).toMatchObject({ type: 'meeting-log', id: testId(200) });
    expect(hit?.snippet.filter((part) => part.hit).map((part) => part.text)).toEqual([
      '朝阳',
      'trial',
    ]);
    const text = hit?.snippet.map((part) => part.text).join('') ?? '';
    expect(text).toMatch(/^… .*The court in 北京市朝阳区 put the trial off.* …$/u);
    expect(text.length).toBeLessThan(220);
  });

  it('keeps to the types asked for and to the limit', () => {
    expect(search(store, 'workshop', { types: ['contact'], limit: 5 })).toEqual([]);
    expect(search(store, 'workshop', { types: [], limit: 5 })).toEqual([]);
    expect(search(store, 'o', { limit: 1 })).toHaveLength(1);
  });

  it('follows edits and removals, and equals an index made anew', () => {
    writeChangeSet(store, context(), (w) => {
      w.update('contact', testId(100), { profession: 'beekeeper' });
      w.remove('contact', testId(101));
    });
    expect(titles('beekeep')).toEqual(['Zoë Müller-Łukasz']);
    expect(titles('nguyen')).toEqual([]);
    const kept = derivedSnapshot(store);
    rebuildDerived(store);
    expect(derivedSnapshot(store)).toEqual(kept);
    store[INTERNALS].database.exec(
      "INSERT INTO search_index (search_index) VALUES ('integrity-check')",
    );
  });

  it('puts a match in the title before one in the text', () => {
    writeChangeSet(store, context(), (w) => {
      w.create('meeting-log', { ...meetingLog('Other'), said: 'orchard' }, testId(300));
      w.create('meeting-log', { ...meetingLog('Orchard'), said: 'other' }, testId(301));
    });
    expect(search(store, 'orchard', { limit: 5 }).map((hit) => hit.id)).toEqual([
      testId(301),
      testId(300),
    ]);
  });
});
