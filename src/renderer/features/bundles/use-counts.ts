import { useTranslation } from 'react-i18next';
import { RECORD_TYPES, type RecordType } from '../../../shared/model/record-type.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** How many records of each type, in words: `3 contacts, 12 meeting logs and 2 actions`. */
export function useCounts(): (counts: Partial<Record<RecordType, number>>) => string {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  return (counts) =>
    format.list(
      RECORD_TYPES.flatMap((type) => {
        const count = counts[type] ?? 0;
        return count === 0 ? [] : [t(`count.${type}`, { count })];
      }),
    );
}
