import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../components/PageTabs.tsx';

/** What belongs to actions, side by side. */
export function ActionsTabs(): ReactNode {
  const { t } = useTranslation('tasks');
  return (
    <PageTabs
      label={t('tabs.label')}
      tabs={[
        { to: '/actions', label: t('tabs.board') },
        { to: '/actions/tasks', label: t('tabs.tasks') },
        { to: '/actions/un', label: t('tabs.un') },
        { to: '/directory', label: t('tabs.directory') },
        { to: '/overrides', label: t('tabs.overrides') },
      ]}
    />
  );
}
