import {
  BRIEF_SECTIONS,
  BRIEF_VOCABULARIES,
  BRIEF_WORDS,
  type BriefWords,
} from '../../src/shared/model/brief-words.ts';

/** Words for a brief that are their own keys, so that a test sees which one stands where. */
export function briefWordsOf(change: Partial<BriefWords> = {}): BriefWords {
  const sameOf = (keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, key]));
  return {
    language: 'en-GB',
    direction: 'ltr',
    word: sameOf(BRIEF_WORDS) as BriefWords['word'],
    section: Object.fromEntries(
      BRIEF_SECTIONS.map((name) => [name, { title: `section ${name}`, none: `no ${name}` }]),
    ) as BriefWords['section'],
    of: Object.fromEntries(
      Object.entries(BRIEF_VOCABULARIES).map(([name, values]) => [name, sameOf(values)]),
    ) as BriefWords['of'],
    ...change,
  };
}
