import {
  DOCUMENT_WORDS,
  type DocumentWords,
  FIGURE_SECTIONS,
  NARRATIVE_PARTS,
  rowsOfSection,
} from '../../src/shared/model/assessment.ts';

/** Words for the document that are their own keys, so that a test sees which one stands where. */
export function documentWordsOf(change: Partial<DocumentWords> = {}): DocumentWords {
  const sameOf = (keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, key]));
  return {
    ...(sameOf(DOCUMENT_WORDS) as Pick<DocumentWords, (typeof DOCUMENT_WORDS)[number]>),
    rule: 'rule',
    narrative: sameOf(NARRATIVE_PARTS) as DocumentWords['narrative'],
    sections: Object.fromEntries(
      FIGURE_SECTIONS.map((section) => [
        section,
        { title: `section ${section}`, rows: sameOf(rowsOfSection(section)) },
      ]),
    ) as DocumentWords['sections'],
    ...change,
  };
}
