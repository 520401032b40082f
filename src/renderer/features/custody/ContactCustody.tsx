import type { ReactNode } from 'react';
import { Lock, LockKeyholeOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { CustodyView } from './CustodyView.tsx';
import { HearingsCard } from './HearingsCard.tsx';
import styles from './custody.module.css';

/** Whether somebody is held, and their days in court; a panel of the contact page. */
export function ContactCustody({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('custody');
  const { data, error, refetch } = useCall(client.custody.ofContact, { contactId });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={6} />;
  const open = data.filter(({ custody }) => custody.state !== 'released');
  const latest = open[0] ?? data[0];
  const earlier = data.filter((page) => page !== latest && !open.includes(page));
  const others = open.filter((page) => page !== latest);
  const hearings = <HearingsCard contactId={contactId} />;
  return (
    <div className={styles['column']} role="region" aria-label={t('tab.label')}>
      {others.length > 0 && <Banner tone="warning">{t('tab.several')}</Banner>}
      {latest === undefined ? (
        <>
          <EmptyState
            icon={LockKeyholeOpen}
            title={t('tab.emptyTitle')}
            isCompact
            actions={
              <ButtonLink to="/detentions/new" search={{ contact: contactId }} icon={Lock}>
                {t('tab.arrest')}
              </ButtonLink>
            }
          >
            {t('tab.emptyBody')}
          </EmptyState>
          {hearings}
        </>
      ) : (
        <CustodyView page={latest}>{hearings}</CustodyView>
      )}
      {others.map((page) => (
        <CustodyView key={page.custody.id} page={page} />
      ))}
      {data.length > 0 && open.length === 0 && (
        <p>
          <ButtonLink to="/detentions/new" search={{ contact: contactId }} icon={Lock}>
            {t('tab.again')}
          </ButtonLink>
        </p>
      )}
      {earlier.length > 0 && (
        <Disclosure label={t('tab.earlier', { count: earlier.length })}>
          <div className={styles['column']}>
            {earlier.map((page) => (
              <CustodyView key={page.custody.id} page={page} />
            ))}
          </div>
        </Disclosure>
      )}
    </div>
  );
}
