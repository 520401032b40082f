import type { ReactNode } from 'react';
import { FileDown, PackageOpen, Sparkles, UserRoundPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';

/** The first day: nobody is in the vault yet, and how to begin. */
export function Welcome(): ReactNode {
  const { t } = useTranslation(['today', 'contacts']);
  const status = useCall(client.session.status, {});
  return (
    <EmptyState
      icon={Sparkles}
      title={t('welcomeTitle', { name: status.data?.officer?.name ?? '' })}
      actions={
        <>
          <ButtonLink to="/contacts/new" variant="primary" icon={UserRoundPlus}>
            {t('contacts:new')}
          </ButtonLink>
          <ButtonLink to="/imports" icon={FileDown}>
            {t('contacts:importFile')}
          </ButtonLink>
          <ButtonLink to="/bundles/import" icon={PackageOpen}>
            {t('openBundle')}
          </ButtonLink>
        </>
      }
    >
      {t('welcomeBody')}
    </EmptyState>
  );
}
