import { describe, expect, it } from 'vitest';
import type { DirectoryRow } from '../../../../../src/shared/contract/directory.ts';
import { contactFields, emptyContactFields } from '../../../../../src/shared/model/contact.ts';
import {
  matching,
  missingSuggestions,
  valuesIn,
} from '../../../../../src/renderer/features/directory/directory-filter.ts';
import {
  entryFields,
  SUGGESTIONS,
} from '../../../../../src/renderer/features/directory/suggestions.ts';

function row(label: string, change: Partial<DirectoryRow> = {}): DirectoryRow {
  return {
    id: label,
    label,
    kind: 'organisation',
    organisationType: 'ngo',
    services: [],
    coverage: null,
    howToReach: null,
    note: '',
    languages: [],
    locality: null,
    country: null,
    referrals: { made: 0, waiting: 0, helped: 0, declined: 0 },
    ...change,
  };
}

const ROWS = [
  row('Shelter Fund', {
    services: ['emergency-funding', 'relocation'],
    languages: ['ar', 'fr'],
    coverage: 'East Africa',
    country: 'KE',
  }),
  row('Réseau Légal', { services: ['legal-aid'], languages: ['fr'], locality: 'Halmere' }),
];

describe('looking for help in the directory', () => {
  it('finds by what is offered, spoken and covered, and by all of them together', () => {
    const found = (filter: Parameters<typeof matching>[1]): string[] =>
      matching(ROWS, filter).map(({ label }) => label);
    expect([
      found({}),
      found({ service: 'legal-aid' }),
      found({ language: 'fr', service: 'relocation' }),
      found({ country: 'KE', language: 'en' }),
      found({ text: 'east africa' }),
      found({ text: 'reseau' }),
      found({ text: 'HALMERE ' }),
    ]).toEqual([
      ['Shelter Fund', 'Réseau Légal'],
      ['Réseau Légal'],
      ['Shelter Fund'],
      [],
      ['Shelter Fund'],
      ['Réseau Légal'],
      ['Réseau Légal'],
    ]);
  });

  it('offers only what somebody has to choose from', () => {
    expect(valuesIn(ROWS, ({ languages }) => languages)).toEqual(['ar', 'fr']);
  });
});

describe('the organisations that the paper names', () => {
  it('are suggested until they are there, however their name is spaced', () => {
    expect(
      missingSuggestions([row('Frontline Defenders'), row('LIFELINE')]).map(({ id }) => id),
    ).toEqual(['peace-brigades-international']);
    expect(missingSuggestions([]).length).toBe(SUGGESTIONS.length);
  });

  it('begin a new contact that the vault would take, with what the paper says they offer', () => {
    const name = {
      id: '01930000-0000-7000-8000-000000000001',
      kind: 'primary' as const,
      text: '',
      script: null,
    };
    const fields = entryFields({ ...emptyContactFields(), names: [name] }, 'lifeline');
    expect(contactFields.parse(fields)).toMatchObject({
      kind: 'organisation',
      organisationType: 'ngo',
      names: [{ text: 'Lifeline', script: 'Latn' }],
      directory: { services: ['practical-help', 'emergency-funding'] },
    });
  });

  it('are not begun with where the officer adds another', () => {
    const name = { id: 'a', kind: 'primary' as const, text: '', script: null };
    const fields = entryFields({ ...emptyContactFields(), names: [name] }, 'organisation');
    expect([fields.names[0]?.text, fields.directory?.services]).toEqual(['', []]);
  });
});
