import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function ContactConsent(_: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('consents');
  return <p>{t('title')}</p>;
}
