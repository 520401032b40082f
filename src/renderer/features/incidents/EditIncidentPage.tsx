import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { storedIncident } from './form-values.ts';
import { IncidentForm } from './IncidentForm.tsx';

/** A stored incident, to be put right or added to. */
export function EditIncidentPage(): ReactNode {
  const { id } = useParams({ from: '/incidents/$id/edit' });
  const { t } = useTranslation('incidents');
  const page = useCall(client.incidents.get, { id });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.editTitle')}
        back={
          <BackLink to="/incidents/$id" params={{ id }}>
            {page.data?.incident.title ?? t('title')}
          </BackLink>
        }
      />
      {page.data === undefined ? (
        page.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorNotice error={page.error} />
        )
      ) : (
        <IncidentForm
          key={id}
          label={t('form.editTitle')}
          id={id}
          draftKey={id}
          values={storedIncident(page.data.incident)}
        />
      )}
    </Page>
  );
}
