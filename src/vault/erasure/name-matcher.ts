import type { JsonValue } from '../canonical-json.ts';
import { TAKEN_OUT } from './take-away.ts';

/** Shorter words are not looked for by themselves: they are in too many texts. */
const SHORTEST_WORD = 3;

/** Finds one person's names, numbers and addresses in what people wrote. */
export interface NameMatcher {
  /** Whether anything of them is in a text. */
  isIn(text: string): boolean;
  /** Whether a whole name, a number or an address is, not only a word of a name. */
  isSurelyIn(text: string): boolean;
  /** The text with all of it taken out. */
  takeOut(text: string): string;
  /** Some words around the first place. */
  excerpt(text: string): string;
}

/**
 * A matcher of whole names (in any case) and of the words they are made of (as they are written:
 * "Hope" the name is not the hope of a sentence). Both only as words of their own.
 */
export function nameMatcher(names: readonly string[]): NameMatcher {
  const whole = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const parts = new Set(
    whole.flatMap(wordsOf).filter((word) => word.length >= SHORTEST_WORD && /\p{L}/u.test(word)),
  );
  const severalWords = whole.filter((name) => wordsOf(name).length > 1 || /\d/u.test(name));
  const sure = patternOf(severalWords, 'giu');
  const unsure = patternOf([...parts, ...whole], 'gu');
  const patterns = [sure, unsure].filter((pattern) => pattern !== null);
  const isFound = (pattern: RegExp | null, text: string): boolean =>
    pattern !== null && text.search(pattern) !== -1;
  return {
    isIn: (text) => patterns.some((pattern) => isFound(pattern, text)),
    isSurelyIn: (text) => isFound(sure, text),
    takeOut: (text) => patterns.reduce((rest, one) => rest.replace(one, TAKEN_OUT), text),
    excerpt(text) {
      const places = patterns.map((pattern) => text.search(pattern)).filter((at) => at !== -1);
      const at = Math.min(...places);
      const from = Math.max(0, at - 60);
      return `${from > 0 ? '…' : ''}${text.slice(from, at + 100).trim()}`;
    },
  };
}

/** Whether any text in a value names them. */
export function isNamedIn(matcher: NameMatcher, value: JsonValue): boolean {
  return textsIn(value).some((text) => matcher.isIn(text));
}

/** Every text in a value. */
export function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member) => textsIn(member));
}

/**
 * A value with the names taken out of every text that may be another one. Where the value would no
 * longer be what its field holds (a code, a date), that text stays as it is.
 */
export function withNamesTakenOut(
  value: JsonValue,
  matcher: NameMatcher,
  isValid: (value: JsonValue) => boolean,
): JsonValue {
  const root = { value: structuredClone(value) };
  const visit = (holder: Record<string, JsonValue>): void => {
    for (const [key, member] of Object.entries(holder)) {
      if (typeof member === 'object' && member !== null) {
        visit(member as Record<string, JsonValue>);
      } else if (typeof member === 'string' && matcher.isIn(member)) {
        holder[key] = matcher.takeOut(member);
        if (!isValid(root.value)) holder[key] = member;
      }
    }
  };
  visit(root);
  return root.value;
}

/** Scripts that are written without spaces: there, a name ends where nothing shows it. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WITHIN_WORD = '[\\p{L}\\p{M}\\p{N}]';

function patternOf(names: readonly string[], flags: string): RegExp | null {
  const sources = names.flatMap((name) => {
    const words = wordsOf(name);
    const source = words.map(escaped).join(`[^\\p{L}\\p{M}\\p{N}]{1,3}`);
    const [first = '', last = ''] = [name.at(0), name.at(-1)];
    if (words.length === 0) return [];
    const before = UNSPACED.test(first) ? '' : `(?<!${WITHIN_WORD})`;
    const after = UNSPACED.test(last) ? '' : `(?!${WITHIN_WORD})`;
    return [`${before}${source}${after}`];
  });
  // Longer ones first, so that a name is not taken for the first of its words.
  sources.sort((a, b) => b.length - a.length);
  return sources.length === 0 ? null : new RegExp(sources.join('|'), flags);
}

function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
