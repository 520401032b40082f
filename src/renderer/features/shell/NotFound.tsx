import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Compass } from 'lucide-react';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';

export function NotFound(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Page>
      <PageHeader title={t('notFoundTitle')} />
      <EmptyState
        icon={Compass}
        title={t('notFoundTitle')}
        actions={
          <ButtonLink to="/today" variant="primary">
            {t('nav.today')}
          </ButtonLink>
        }
      >
        {t('notFoundBody')}
      </EmptyState>
    </Page>
  );
}
