import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function TodayPage(): ReactNode {
  const { t } = useTranslation('today');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
