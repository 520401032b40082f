import { useMemo, type ReactNode } from 'react';
import { useParams, useSearch } from '@tanstack/react-router';
import { UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { BackToContact } from './BackToContact.tsx';
import { CustodyForm } from './CustodyForm.tsx';
import { emptyCustody, releasedCustody, storedCustody } from './form-values.ts';

/** An arrest, put down from the page of whom it is about. */
export function NewCustodyPage(): ReactNode {
  const { contact } = useSearch({ from: '/detentions/new' });
  const { t } = useTranslation('custody');
  const values = useMemo(() => emptyCustody(contact ?? '', localToday()), [contact]);
  const title = t('form.arrestTitle');
  if (contact === undefined) return <NobodyChosen title={title} />;
  return (
    <Page width="narrow">
      <PageHeader title={title} back={<BackToContact contactId={contact} />} />
      <CustodyForm
        key={contact}
        label={title}
        id={null}
        draftKey={`new:${contact}`}
        values={values}
      />
    </Page>
  );
}

/** A stored detention, to be changed or ended. */
export function EditCustodyPage(): ReactNode {
  const { id } = useParams({ from: '/detentions/$id/edit' });
  const { release } = useSearch({ from: '/detentions/$id/edit' });
  const { t } = useTranslation('custody');
  const { data, error } = useCall(client.custody.get, { id });
  const title = t(release === true ? 'held.release' : 'form.editTitle');
  const values = useMemo(() => {
    if (data === undefined) return null;
    const stored = storedCustody(data);
    return release === true ? releasedCustody(stored, localToday()) : stored;
  }, [data, release]);
  return (
    <Page width="narrow">
      <PageHeader
        title={title}
        back={data && <BackToContact contactId={data.custody.contactId} name={data.contactLabel} />}
      />
      {values !== null && (
        <CustodyForm key={id} label={title} id={id} draftKey={id} values={values} />
      )}
      {data === undefined && error === null && <Skeleton lines={8} />}
      <ErrorNotice error={error} />
    </Page>
  );
}

/** A form that was opened without saying whom it is about. */
export function NobodyChosen({ title }: { readonly title: string }): ReactNode {
  const { t } = useTranslation('custody');
  return (
    <Page width="narrow">
      <PageHeader title={title} />
      <EmptyState
        icon={UserRoundX}
        title={t('nobody.title')}
        actions={<ButtonLink to="/contacts">{t('nobody.contacts')}</ButtonLink>}
      >
        {t('nobody.body')}
      </EmptyState>
    </Page>
  );
}
