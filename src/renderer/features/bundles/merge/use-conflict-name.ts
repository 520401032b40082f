import { useTranslation } from 'react-i18next';
import { useFieldName } from '../../history/FieldChange.tsx';
import type { ImportConflict } from '../../../../shared/contract/bundles.ts';

/** What a conflict is about, in a few words: the field, or that the record was removed on one side. */
export function useConflictName(): (
  conflict: Pick<ImportConflict, 'record' | 'field' | 'kind'>,
) => string {
  const { t } = useTranslation('merge');
  const fieldName = useFieldName();
  return (conflict) =>
    conflict.kind === 'edit-edit' ? fieldName(conflict) : t(`list.${conflict.kind}`);
}
