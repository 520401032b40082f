import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useCall } from '../../../api/use-call.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../../components/PageHeader.tsx';
import { Skeleton } from '../../../components/Skeleton.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLabel } from '../../../i18n/use-label.ts';
import { DocumentView } from './DocumentView.tsx';

const route = getRouteApi('/bundles/document/$id');

/** A receipt, a request or statistics that came or went: kept with its line in the register. */
export function DocumentPage(): ReactNode {
  const { t } = useTranslation(['documents', 'bundles']);
  const label = useLabel();
  const format = useFormat();
  const { id } = route.useParams();
  const page = useCall(client.documents.ofBundle, { id });
  const back = <BackLink to="/bundles">{t('bundles:title')}</BackLink>;
  if (page.data === undefined) {
    return (
      <Page width="narrow">
        <PageHeader title={t('bundles:title')} back={back} />
        {page.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={page.error} />}
      </Page>
    );
  }
  const { bundle, document, contacts } = page.data;
  const lead = t(bundle.direction === 'out' ? 'sent' : 'received', {
    name: bundle.counterpartName,
    when: format.instant(bundle.at),
  });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('title', { kind: label('bundleKind', bundle.kind), number: bundle.sequence })}
        lead={lead}
        back={back}
      />
      <Card>
        <DocumentView document={document} contacts={contacts} />
      </Card>
    </Page>
  );
}
