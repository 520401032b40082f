import { useMemo, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { emptyIncident } from './form-values.ts';
import { IncidentForm } from './IncidentForm.tsx';

/** A new incident: of nobody yet, of one contact, or following another incident. */
export function NewIncidentPage(): ReactNode {
  const { contact, follows } = useSearch({ from: '/incidents/new' });
  const { t } = useTranslation('incidents');
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.newTitle')}
        back={<BackLink to="/incidents">{t('title')}</BackLink>}
      />
      {follows === undefined ? (
        <NewIncident key={contact ?? ''} contactId={contact} />
      ) : (
        <FollowingIncident key={follows} followsId={follows} />
      )}
    </Page>
  );
}

function NewIncident({ contactId }: { readonly contactId: string | undefined }): ReactNode {
  const { t } = useTranslation('incidents');
  const values = useMemo(() => {
    const contactIds = contactId === undefined ? [] : [contactId];
    return emptyIncident({ today: localToday(), contactIds });
  }, [contactId]);
  return (
    <IncidentForm
      label={t('form.newTitle')}
      id={null}
      draftKey={contactId === undefined ? 'new' : `new:${contactId}`}
      values={values}
    />
  );
}

/** Begins with the victims of the one before: a chain of events mostly falls on the same people. */
function FollowingIncident({ followsId }: { readonly followsId: string }): ReactNode {
  const { t } = useTranslation('incidents');
  const page = useCall(client.incidents.get, { id: followsId });
  const values = useMemo(() => {
    const victims = page.data?.incident.victims ?? [];
    const contactIds = victims.flatMap((victim) => victim.contactId ?? []);
    return emptyIncident({ today: localToday(), contactIds, followsId });
  }, [page.data, followsId]);
  if (page.data === undefined) {
    return page.error === null ? <Skeleton lines={8} /> : <ErrorNotice error={page.error} />;
  }
  return (
    <IncidentForm
      label={t('form.newTitle')}
      id={null}
      draftKey={`new:follows:${followsId}`}
      values={values}
    />
  );
}
