import type { ReactNode } from 'react';
import { ArrowRightLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';

/** Says on a contact's page that another officer holds them, and what may be written here. */
export function HeldElsewhere({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('entrustments');
  const { data } = useCall(client.entrustments.ofContact, { contactId });
  if (!data || data.holder === null || data.mayWrite === 'all') return null;
  return (
    <Banner
      tone="info"
      icon={ArrowRightLeft}
      title={t(`held.${data.mayWrite}.title`, { officer: data.holder.name })}
      actions={
        <ButtonLink to="/bundles/entrusted" size="sm">
          {t('held.open')}
        </ButtonLink>
      }
    >
      <p>{t(`held.${data.mayWrite}.body`)}</p>
    </Banner>
  );
}
