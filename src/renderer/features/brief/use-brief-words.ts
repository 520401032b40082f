import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BRIEF_SECTIONS,
  BRIEF_VOCABULARIES,
  BRIEF_WORDS,
  type BriefVocabulary,
  type BriefWords,
} from '../../../shared/model/brief-words.ts';
import { briefFormat, type BriefFormat } from '../../../shared/model/brief-sections.ts';
import { formatLocale } from '../../i18n/locales.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { usePreferences } from '../../theme/preferences.tsx';

/** Everything that a brief says besides the record, in the language of the interface. */
export function useBriefWords(): { readonly words: BriefWords; readonly format: BriefFormat } {
  const { t } = useTranslation('brief');
  const label = useLabel();
  const { locale, direction } = usePreferences();
  return useMemo(() => {
    const wordFor = (vocabulary: BriefVocabulary, value: string): string => {
      if (vocabulary === 'closeType') return t(`closeType.${value as 'family-of'}`);
      if (vocabulary === 'dateKind') return t(`dateKind.${value as 'task'}`);
      return label(vocabulary, value as never);
    };
    const each = <Key extends string, Value>(
      keys: readonly Key[],
      valueOf: (key: Key) => Value,
    ): Record<Key, Value> =>
      Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
    const vocabularies = Object.keys(BRIEF_VOCABULARIES) as BriefVocabulary[];
    const language = formatLocale(locale);
    return {
      words: {
        language,
        direction,
        word: each(BRIEF_WORDS, (word) => t(`word.${word}`)),
        section: each(BRIEF_SECTIONS, (name) => ({
          title: t(`section.${name}.title`),
          none: t(`section.${name}.none`),
        })),
        of: each(vocabularies, (vocabulary) =>
          each(BRIEF_VOCABULARIES[vocabulary], (value) => wordFor(vocabulary, value)),
        ),
      },
      format: briefFormat(language),
    };
  }, [t, label, locale, direction]);
}
