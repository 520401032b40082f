import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function ContactActions(_: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('actions');
  return <p>{t('title')}</p>;
}
