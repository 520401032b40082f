import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resources } from './resources.ts';

type Vocabulary = Resources['vocabulary'];

/**
 * The words for a value of a vocabulary: `label('riskGroup', 'lgbt')`. The keys of
 * vocabulary.json are the vocabularies; a unit test checks that each has every value.
 */
export function useLabel(): <Name extends keyof Vocabulary>(
  vocabulary: Name,
  value: keyof Vocabulary[Name] & string,
) => string {
  const { t } = useTranslation('vocabulary');
  return useCallback(
    (vocabulary, value) => (t as (key: string) => string)(`${vocabulary}.${value}`),
    [t],
  );
}
