import { z } from 'zod';
import { longText, shortText } from './primitives.ts';
import { COVERAGE, TICK_QUESTIONS, type TickQuestion } from './statistics.ts';

/** The sections of figures, in the order of the document. */
export const FIGURE_SECTIONS = [
  'coverage',
  'group',
  'risk',
  'support',
  'helped',
  'cost',
  'override',
] as const;
export type FigureSection = (typeof FIGURE_SECTIONS)[number];

/** The rows of a section, in their order. */
export function rowsOfSection(section: FigureSection): readonly string[] {
  return section === 'coverage' ? COVERAGE : TICK_QUESTIONS[section satisfies TickQuestion];
}

/** What the officer writes of a year, "in consultation with UK missions, NGOs and Human Rights Defenders". */
export const NARRATIVE_PARTS = ['done', 'helped', 'heard', 'next'] as const;
export type NarrativePart = (typeof NARRATIVE_PARTS)[number];

export const narrative = z.strictObject({
  done: longText,
  helped: longText,
  heard: longText,
  next: longText,
});
export type Narrative = z.infer<typeof narrative>;

export function emptyNarrative(): Narrative {
  return { done: '', helped: '', heard: '', next: '' };
}

/** The single words of the document. */
export const DOCUMENT_WORDS = [
  'title',
  'made',
  'people',
  'few',
  'nearly-all',
  'left-out',
  'none',
] as const;

/**
 * The words of the document in the language of the interface. The vault puts its numbers to them:
 * what is counted and how many is never for the interface to say.
 */
export const documentWords = z.strictObject({
  ...(Object.fromEntries(DOCUMENT_WORDS.map((word) => [word, shortText])) as Record<
    (typeof DOCUMENT_WORDS)[number],
    typeof shortText
  >),
  /** How the numbers were made, and what they do not tell. */
  rule: longText,
  narrative: z.record(z.enum(NARRATIVE_PARTS), shortText),
  sections: z.record(
    z.enum(FIGURE_SECTIONS),
    z.strictObject({ title: shortText, rows: z.record(z.string().max(60), shortText) }),
  ),
});
export type DocumentWords = z.infer<typeof documentWords>;
