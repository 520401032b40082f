import type { FieldKind, VocabularyName } from './field-kinds.ts';

/** What a value is put into words with; the view gives i18next and Intl, a test gives its own. */
export interface Words {
  readonly word: (vocabulary: VocabularyName, value: string) => string;
  readonly flag: (value: boolean) => string;
  /** What a set flag of this name says inside a structure: "never use". */
  readonly flagName: (field: string) => string;
  readonly date: (isoDate: string) => string;
  readonly instant: (isoInstant: string) => string;
  readonly wallClock: (local: string) => string;
  readonly number: (value: number) => string;
  readonly bytes: (value: number) => string;
  readonly language: (tag: string) => string;
  readonly country: (code: string) => string;
  /** The name of a record by its identifier, or null where it is not known here. */
  readonly reference: (id: string) => string | null;
  /** For a record that is named but not known, and for values that say nothing to a reader. */
  readonly somethingElse: (kind: 'record' | 'opaque') => string;
  readonly join: (parts: readonly string[]) => string;
}

/**
 * A field's value in words.
 * @returns Lines, one for each entry of a list; empty where there is no value (null, '', empty list).
 */
export function valueWords(kind: FieldKind, value: unknown, words: Words): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (kind.kind === 'list') {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    return entries.flatMap((entry) => {
      const lines = valueWords(kind.of, entry, words);
      return lines.length === 0 ? [] : [lines.join(' ')];
    });
  }
  if (kind.kind === 'parts') return partsWords(kind.parts, value, words);
  return [scalarWords(kind, value, words)];
}

function partsWords(
  parts: Readonly<Record<string, FieldKind>>,
  value: unknown,
  words: Words,
): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  const fields = value as Readonly<Record<string, unknown>>;
  const said = Object.entries(parts).flatMap(([name, part]) => {
    const entry = fields[name];
    // A flag inside a structure is said only where it is set: "never use", not "never use: no".
    if (part.kind === 'flag') return entry === true ? [words.flagName(name)] : [];
    return valueWords(part, entry, words);
  });
  return said.length === 0 ? [] : [words.join(said)];
}

function scalarWords(kind: FieldKind, value: unknown, words: Words): string {
  if (kind.kind === 'flag') return words.flag(value === true || value === 1);
  if (typeof value === 'number') {
    return kind.kind === 'bytes' ? words.bytes(value) : words.number(value);
  }
  if (kind.kind === 'opaque' || typeof value !== 'string') return words.somethingElse('opaque');
  switch (kind.kind) {
    case 'word':
      return words.word(kind.vocabulary, value);
    case 'date':
      return words.date(value);
    case 'instant':
      return words.instant(value);
    case 'wall-clock':
      return words.wallClock(value);
    case 'language':
      return words.language(value);
    case 'country':
      return words.country(value);
    case 'reference':
      return words.reference(value) ?? words.somethingElse('record');
    default:
      return value;
  }
}
