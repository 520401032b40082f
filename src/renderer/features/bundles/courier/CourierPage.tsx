import type { ReactNode } from 'react';
import { Luggage } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useCall } from '../../../api/use-call.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../../components/PageHeader.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { BundlesTabs } from '../BundlesTabs.tsx';
import { CarriedBundle } from './CarriedBundle.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import styles from './courier.module.css';

/** Bundles of colleagues that this officer carries, unread, to somebody else. */
export function CourierPage(): ReactNode {
  const { t } = useTranslation(['courier', 'bundles']);
  const list = useCall(client.courier.list, {});
  return (
    <Page>
      <PageHeader title={t('bundles:title')} lead={t('intro')} />
      <BundlesTabs />
      <div className={styles['columns']}>
        <section className={styles['column']} aria-label={t('label')}>
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          {list.data === undefined ? (
            list.error === null && <Skeleton lines={3} blockSize="4rem" />
          ) : list.data.length === 0 ? (
            <EmptyState icon={Luggage} title={t('emptyTitle')}>
              {t('emptyBody')}
            </EmptyState>
          ) : (
            <ul className={styles['list']}>
              {list.data.map((bundle) => (
                <CarriedBundle key={bundle.id} bundle={bundle} />
              ))}
            </ul>
          )}
        </section>
        <TakeAlong />
      </div>
    </Page>
  );
}
