import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../components/PageTabs.tsx';

/** What belongs to handing over, side by side. */
export function BundlesTabs(): ReactNode {
  const { t } = useTranslation('entrustments');
  return (
    <PageTabs
      label={t('tabs.label')}
      tabs={[
        { to: '/bundles', label: t('tabs.register') },
        { to: '/bundles/entrusted', label: t('tabs.entrusted') },
        { to: '/bundles/courier', label: t('tabs.courier') },
      ]}
    />
  );
}
