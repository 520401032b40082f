import type { ReactNode } from 'react';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ContactsWaiting } from './ContactsWaiting.tsx';
import { Drafts } from './Drafts.tsx';
import { DueList } from './DueList.tsx';
import { Glance } from './Glance.tsx';
import { Consents, Hearings, Promises, WithoutConsent } from './Sections.tsx';
import { Welcome } from './Welcome.tsx';
import styles from './TodayPage.module.css';

/** What is waiting, the most urgent first: one call to the vault, and each line goes where it is done. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <Page>
      <PageHeader title={t('title')} lead={format.longDate(localToday())} />
      <TodayBody />
    </Page>
  );
}

function TodayBody(): ReactNode {
  const { t } = useTranslation('today');
  const { data, error, refetch } = useCall(client.today.overview, {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} blockSize="2.5rem" />;
  const { silent, hearings, withoutConsent, due, overdue, promises, consents, drafts } = data;
  const sections = [silent, hearings, withoutConsent, due, overdue, promises, consents];
  const isQuiet = sections.every(({ total }) => total === 0);

  if (isQuiet) {
    return (
      <div className={styles['column']}>
        {data.contacts === 0 ? (
          <Welcome />
        ) : (
          <EmptyState icon={CircleCheck} title={t('allDone')}>
            {t('allDoneBody')}
          </EmptyState>
        )}
        <Drafts drafts={drafts} />
      </div>
    );
  }
  return (
    <div className={styles['column']}>
      <Glance
        counts={{
          quiet: silent.total,
          overdue: overdue.total,
          owed: promises.total,
          lapsing: consents.total,
        }}
      />
      <div className={styles['grid']}>
        <div className={styles['column']}>
          <ContactsWaiting which="quiet" section={silent} />
          <Hearings section={hearings} />
          <WithoutConsent section={withoutConsent} />
          <DueList section={due} />
        </div>
        <div className={styles['column']}>
          <ContactsWaiting which="overdue" section={overdue} />
          <Promises section={promises} />
          <Consents section={consents} />
          <Drafts drafts={drafts} />
        </div>
      </div>
    </div>
  );
}
