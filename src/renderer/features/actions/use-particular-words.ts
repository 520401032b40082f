import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import particulars from '../../locales/en-GB/particulars.json';

export interface ParticularWords {
  readonly label: (field: string) => string;
  /** What helps to fill a field in; null where its label says it all. */
  readonly hint: (field: string) => string | null;
  readonly principle: (number: number) => string;
}

/** The words of the particulars. A test holds that each field of each type has its label. */
export function useParticularWords(): ParticularWords {
  const { t } = useTranslation('particulars');
  return useMemo(() => {
    const translate = t as (key: string) => string;
    return {
      label: (field) => translate(`field.${field}`),
      hint: (field) => (Object.hasOwn(particulars.hint, field) ? translate(`hint.${field}`) : null),
      principle: (number) => translate(`principles.${String(number)}`),
    };
  }, [t]);
}
