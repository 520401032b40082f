import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function ActionsPage(): ReactNode {
  const { t } = useTranslation('actions');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
