import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function ContactMeetings(_: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('meetings');
  return <p>{t('title')}</p>;
}
