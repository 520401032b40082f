import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function SettingsPage(): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
