import { describe, expect, it } from 'vitest';
import history from '../../../../../src/renderer/locales/en-GB/history.json' with { type: 'json' };
import vocabulary from '../../../../../src/renderer/locales/en-GB/vocabulary.json' with { type: 'json' };
import {
  FIELD_KINDS,
  type FieldKind,
} from '../../../../../src/renderer/features/history/field-kinds.ts';

function vocabularies(kind: FieldKind): string[] {
  if (kind.kind === 'word') return [kind.vocabulary];
  if (kind.kind === 'list') return vocabularies(kind.of);
  if (kind.kind === 'parts') return Object.values(kind.parts).flatMap(vocabularies);
  return [];
}

function flagNames(kind: FieldKind): string[] {
  if (kind.kind === 'list') return flagNames(kind.of);
  if (kind.kind !== 'parts') return [];
  return Object.entries(kind.parts).flatMap(([name, part]) =>
    part.kind === 'flag' ? [name] : flagNames(part),
  );
}

const kinds = Object.values(FIELD_KINDS).flatMap((fields) => Object.values(fields));

describe('the words of the history', () => {
  it('names every field of every record type', () => {
    const names = (fields: Readonly<Record<string, object>>): unknown =>
      Object.fromEntries(
        Object.entries(fields).map(([type, of]) => [type, Object.keys(of).sort()]),
      );
    expect(names(history.field)).toEqual(names(FIELD_KINDS));
  });

  it('has the words of every vocabulary that a field is made of', () => {
    const needed = [...new Set(kinds.flatMap(vocabularies))];
    expect(needed.filter((name) => !Object.hasOwn(vocabulary, name))).toEqual([]);
  });

  it('has the words of every flag inside a structure', () => {
    const needed = [...new Set(kinds.flatMap(flagNames))].sort();
    expect(Object.keys(history.flag).sort()).toEqual(needed);
  });
});
