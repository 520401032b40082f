import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function ExportPage(): ReactNode {
  const { t } = useTranslation('bundles');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
