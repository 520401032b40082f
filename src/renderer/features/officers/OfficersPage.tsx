import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function OfficersPage(): ReactNode {
  const { t } = useTranslation('officers');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
