import { beforeAll, describe, expect, it } from 'vitest';
import i18next, { type TFunction } from 'i18next';
import { assessmentWords } from '../../../../../src/renderer/features/impact/assessment-words.ts';
import { enGb } from '../../../../../src/renderer/i18n/resources.ts';
import {
  documentWords,
  FIGURE_SECTIONS,
  rowsOfSection,
} from '../../../../../src/shared/model/assessment.ts';

let t: TFunction<'assessment'>;
beforeAll(async () => {
  const instance = i18next.createInstance();
  await instance.init({ lng: 'en', resources: { en: enGb } });
  t = instance.getFixedT('en', 'assessment');
});

const label = (vocabulary: keyof typeof enGb.vocabulary, value: string): string =>
  (enGb.vocabulary[vocabulary] as Record<string, string>)[value] ?? '';

describe('the words of the document', () => {
  it('are all there, for every row of every table', () => {
    const words = assessmentWords(t, label as never, { year: 2025, madeOn: '5 January 2026' });
    expect(documentWords.parse(words)).toEqual(words);
    for (const section of FIGURE_SECTIONS) {
      const { rows } = words.sections[section];
      for (const row of rowsOfSection(section)) {
        expect([row, rows[row]]).not.toEqual([row, expect.stringMatching(/^$|\.|^undefined/u)]);
      }
    }
    expect(words.title).toBe('Support for human rights defenders: assessment of 2025');
    expect(words.sections.override.rows['overridden']).toBe(enGb.assessment.row.overridden);
  });
});
