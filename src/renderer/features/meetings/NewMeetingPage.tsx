import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function NewMeetingPage(): ReactNode {
  const { t } = useTranslation('meetings');
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
