import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function HistoryPage(): ReactNode {
  const { t } = useTranslation('history');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
