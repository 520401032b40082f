import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function EditContactPage(): ReactNode {
  const { t } = useTranslation('contacts');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
