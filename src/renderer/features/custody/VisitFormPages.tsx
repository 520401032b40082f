import { useMemo, type ReactNode } from 'react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { BackToContact } from './BackToContact.tsx';
import { NobodyChosen } from './CustodyFormPages.tsx';
import { emptyVisit, storedVisit } from './form-values.ts';
import { VisitForm } from './VisitForm.tsx';

/** A visit that is asked for, begun from the detention. */
export function NewVisitPage(): ReactNode {
  const { detention } = useSearch({ from: '/visits/new' });
  const { t } = useTranslation('custody');
  const { data, error } = useCall(
    client.custody.get,
    { id: detention ?? '' },
    { enabled: detention !== undefined },
  );
  const values = useMemo(() => emptyVisit(detention ?? '', localToday()), [detention]);
  const title = t('visitForm.newTitle');
  if (detention === undefined) return <NobodyChosen title={title} />;
  return (
    <Page width="narrow">
      <PageHeader
        title={title}
        back={data && <BackToContact contactId={data.custody.contactId} name={data.contactLabel} />}
      />
      {data !== undefined && (
        <VisitForm
          key={detention}
          label={title}
          id={null}
          draftKey={`new:${detention}`}
          contactId={data.custody.contactId}
          values={values}
        />
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      <ErrorNotice error={error} />
    </Page>
  );
}

/** A visit that was asked for, to be answered, made or changed. */
export function EditVisitPage(): ReactNode {
  const { id } = useParams({ from: '/visits/$id/edit' });
  const { t } = useTranslation('custody');
  const { data, error } = useCall(client.custody.getVisit, { id });
  const title = t('visitForm.editTitle');
  return (
    <Page width="narrow">
      <PageHeader title={title} back={data && <BackToContact contactId={data.contactId} />} />
      {data !== undefined && (
        <VisitForm
          key={id}
          label={title}
          id={id}
          draftKey={id}
          contactId={data.contactId}
          values={storedVisit(data)}
        />
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      <ErrorNotice error={error} />
    </Page>
  );
}
