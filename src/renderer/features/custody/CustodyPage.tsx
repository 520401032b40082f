import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { BackToContact } from './BackToContact.tsx';
import { CustodyView } from './CustodyView.tsx';
import { HearingsCard } from './HearingsCard.tsx';

/** One detention on a page of its own, as search and calendar lead to it. */
export function CustodyPage(): ReactNode {
  const { id } = useParams({ from: '/detentions/$id' });
  const { t } = useTranslation('custody');
  const { data, error } = useCall(client.custody.get, { id });
  return (
    <Page>
      <PageHeader
        title={
          data === undefined ? t('form.detention') : t('held.title', { name: data.contactLabel })
        }
        back={data && <BackToContact contactId={data.custody.contactId} name={data.contactLabel} />}
      />
      {data !== undefined && (
        <>
          <CustodyView page={data}>
            <HearingsCard contactId={data.custody.contactId} />
          </CustodyView>
          <Disclosure label={t('tab.history')}>
            <RecordHistory type="custody" id={id} />
          </Disclosure>
        </>
      )}
      {data === undefined && error === null && <Skeleton lines={6} />}
      <ErrorNotice error={error} />
    </Page>
  );
}
