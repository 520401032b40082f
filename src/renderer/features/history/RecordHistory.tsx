import type { ReactNode } from 'react';
import type { RecordType } from '../../../shared/model/record-type.ts';
import { useTranslation } from 'react-i18next';

export function RecordHistory(_: { readonly type: RecordType; readonly id: string }): ReactNode {
  const { t } = useTranslation('history');
  return <p>{t('title')}</p>;
}
