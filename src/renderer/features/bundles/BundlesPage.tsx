import type { ReactNode } from 'react';
import {
  ArrowDownLeft,
  ArrowUpRight,
  Package,
  PackageOpen,
  PackagePlus,
  ShieldCheck,
  ShieldQuestion,
  BookOpen,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { OfficerTrust } from '../officers/OfficerTrust.tsx';
import { BundlesTabs } from './BundlesTabs.tsx';
import { DocumentLink, isDocumentKind } from './documents/DocumentLink.tsx';
import { WaitingBundles } from './merge/WaitingBundles.tsx';
import { ShareState } from './ShareState.tsx';
import styles from './bundles.module.css';

/** What left this vault and what came in. */
export function BundlesPage(): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  const format = useFormat();
  const register = useCall(client.bundles.register, {});
  const entries = register.data;

  const actions = (
    <>
      <ButtonLink to="/brief" icon={BookOpen}>
        {t('register.brief')}
      </ButtonLink>
      <ButtonLink to="/bundles/import" icon={PackageOpen}>
        {t('register.import')}
      </ButtonLink>
      <ButtonLink to="/bundles/export" variant="primary" icon={PackagePlus}>
        {t('register.export')}
      </ButtonLink>
    </>
  );

  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('register.intro')}
        actions={entries?.length === 0 ? undefined : actions}
      />
      <BundlesTabs />
      <WaitingBundles />
      <ErrorNotice error={register.error} onRetry={() => void register.refetch()} />
      {entries === undefined ? (
        register.error === null && <Skeleton lines={5} blockSize="3rem" />
      ) : entries.length === 0 ? (
        <EmptyState icon={Package} title={t('register.emptyTitle')} actions={actions}>
          {t('register.emptyBody')}
        </EmptyState>
      ) : (
        <ScrollRegion className={styles['tableScroll']} label={t('register.label')} isSideways>
          <table className={styles['table']} aria-label={t('register.label')}>
            <thead>
              <tr>
                <th scope="col">{t('register.direction')}</th>
                <th scope="col">{t('register.counterpart')}</th>
                <th scope="col">{t('register.contents')}</th>
                <th scope="col">{t('register.audience')}</th>
                <th scope="col">{t('register.when')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    <StatusPill
                      icon={entry.direction === 'out' ? ArrowUpRight : ArrowDownLeft}
                      tone={entry.direction === 'out' ? 'info' : 'accent'}
                    >
                      {label('bundleDirection', entry.direction)}
                    </StatusPill>
                    <div className={styles['small']}>
                      {`${label('bundleKind', entry.kind)} · ${t('register.number', { number: entry.sequence })}`}
                    </div>
                  </td>
                  <th scope="row">
                    <bdi>{entry.counterpartName}</bdi>
                    <div>
                      <StatusPill
                        icon={entry.counterpartVerified ? ShieldCheck : ShieldQuestion}
                        tone={entry.counterpartVerified ? 'positive' : 'warning'}
                        isPlain
                      >
                        {t(entry.counterpartVerified ? 'register.verified' : 'register.unverified')}
                      </StatusPill>
                      {entry.counterpartVerified && (
                        <OfficerTrust officerId={entry.counterpartId} isWarningOnly />
                      )}
                    </div>
                  </th>
                  <td>
                    {isDocumentKind(entry.kind) ? (
                      <DocumentLink entry={entry} />
                    ) : (
                      t('register.contacts', { count: entry.contactIds.length })
                    )}
                    <div className={styles['small']}>
                      {isDocumentKind(entry.kind)
                        ? format.bytes(entry.sizeBytes)
                        : `${t('register.records', { count: entry.recordCount })} · ${format.bytes(entry.sizeBytes)}`}
                    </div>
                    <ShareState entry={entry} />
                  </td>
                  <td>{entry.audience === null ? '–' : label('audience', entry.audience)}</td>
                  <td>
                    {format.instant(entry.at)}
                    <div className={styles['hash']} title={entry.sha256}>
                      {entry.sha256.slice(0, 8)}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Page>
  );
}
