import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function ImportsPage(): ReactNode {
  const { t } = useTranslation('imports');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
