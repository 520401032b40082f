import { describe, expect, it } from 'vitest';
import {
  FIELD_KINDS,
  fieldKind,
} from '../../../../../src/renderer/features/history/field-kinds.ts';
import {
  valueWords,
  type Words,
} from '../../../../../src/renderer/features/history/value-words.ts';
import { PARTICULARS } from '../../../../../src/shared/model/particulars.ts';
import { RECORD_FIELDS } from '../../../../../src/vault/db/record-types.ts';

const SHAPES = Object.fromEntries(
  Object.entries(RECORD_FIELDS).map(([type, { shape }]) => [type, shape]),
);

const words: Words = {
  word: (vocabulary, value) => `${vocabulary}:${value}`,
  flag: (value) => (value ? 'yes' : 'no'),
  flagName: (name) => `flag:${name}`,
  date: (value) => `on ${value}`,
  instant: (value) => `at ${value}`,
  wallClock: (value) => `local ${value}`,
  number: (value) => String(value),
  bytes: (value) => `${String(value)} B`,
  language: (tag) => `lang ${tag}`,
  country: (code) => `in ${code}`,
  reference: (id) => (id === 'known' ? 'Amina' : null),
  somethingElse: (kind) => `some ${kind}`,
  join: (parts) => parts.join(' · '),
};

describe('field kinds', () => {
  it('knows every field of every record type, and no other', () => {
    const fields = (shapes: Readonly<Record<string, object>>): unknown =>
      Object.fromEntries(
        Object.entries(shapes).map(([type, shape]) => [type, Object.keys(shape).sort()]),
      );
    expect(fields(FIELD_KINDS)).toEqual(fields(SHAPES));
  });

  it('knows every field of the particulars of every type of action', () => {
    const { particulars } = FIELD_KINDS.action;
    const known = particulars?.kind === 'parts' ? Object.keys(particulars.parts).sort() : [];
    const all = Object.values(PARTICULARS).flatMap(({ shape }) => Object.keys(shape));
    expect(known).toEqual([...new Set(all)].filter((field) => field !== 'type').sort());
  });
});

describe('valueWords', () => {
  it('says a contact method with what is set on it, and not its identifier', () => {
    const value = [
      {
        id: 'x',
        kind: 'signal',
        value: '+254',
        safeHours: null,
        neverUse: true,
        preferred: false,
        note: null,
      },
    ];
    expect(valueWords(fieldKind('contact', 'methods'), value, words)).toEqual([
      'methodKind:signal · +254 · flag:neverUse',
    ]);
  });

  it('names a record that is known and says plainly when one is not', () => {
    expect(valueWords(fieldKind('action', 'subjectIds'), ['known', 'gone'], words)).toEqual([
      'Amina',
      'some record',
    ]);
  });

  it('gives no line where there is no value', () => {
    const kind = fieldKind('contact', 'notes');
    expect([null, '', undefined].map((value) => valueWords(kind, value, words))).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('shows a field of a later version as text', () => {
    expect(valueWords(fieldKind('contact', 'hatSize'), 'large', words)).toEqual(['large']);
  });

  it('never shows keys or sums as raw data', () => {
    expect(valueWords(fieldKind('officer', 'keys'), { signingKey: 'x' }, words)).toEqual([
      'some opaque',
    ]);
  });
});
