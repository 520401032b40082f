import type { TFunction } from 'i18next';
import {
  type DocumentWords,
  FIGURE_SECTIONS,
  type FigureSection,
  NARRATIVE_PARTS,
  rowsOfSection,
} from '../../../shared/model/assessment.ts';
import type { useLabel } from '../../i18n/use-label.ts';

type Label = ReturnType<typeof useLabel>;

/** The vocabulary that words the rows of a section; those of the others have words of their own. */
const VOCABULARY = {
  group: 'riskGroup',
  risk: 'nineRisk',
  support: 'actionType',
  helped: 'reviewHelped',
  cost: 'reviewCost',
} as const satisfies Partial<Record<FigureSection, string>>;

/** Everything that the document says besides its numbers, in the language of the interface. */
export function assessmentWords(
  t: TFunction<'assessment'>,
  label: Label,
  { year, madeOn }: { readonly year: number; readonly madeOn: string },
): DocumentWords {
  const rowWord = (section: FigureSection, row: string): string =>
    section in VOCABULARY
      ? label(VOCABULARY[section as keyof typeof VOCABULARY], row as never)
      : (t as (key: string) => string)(`row.${row}`);
  return {
    title: t('document.title', { year }),
    made: t('document.made', { date: madeOn }),
    people: t('document.people'),
    few: t('document.few'),
    'nearly-all': t('document.nearly-all'),
    'left-out': t('document.left-out'),
    none: t('document.none'),
    rule: t('document.rule'),
    narrative: Object.fromEntries(
      NARRATIVE_PARTS.map((part) => [part, t(`narrative.${part}`)]),
    ) as DocumentWords['narrative'],
    sections: Object.fromEntries(
      FIGURE_SECTIONS.map((section) => [
        section,
        {
          title: t(`section.${section}`),
          rows: Object.fromEntries(
            rowsOfSection(section).map((row) => [row, rowWord(section, row)]),
          ),
        },
      ]),
    ) as DocumentWords['sections'],
  };
}
