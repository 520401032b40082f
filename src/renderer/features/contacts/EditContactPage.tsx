import { useMemo, type ReactNode } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ContactForm } from './ContactForm.tsx';

const route = getRouteApi('/contacts/$id/edit');

export function EditContactPage(): ReactNode {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const { id } = route.useParams();
  const page = useCall(client.contacts.page, { id });
  const initial = useMemo(() => {
    if (page.data === undefined) return null;
    const { id: _, ...fields } = page.data.contact;
    return fields;
  }, [page.data]);
  const name = page.data?.row.label ?? '';
  const back = (): void => void navigate({ to: '/contacts/$id', params: { id } });

  return (
    <Page>
      <PageHeader
        title={t('editTitle', { name })}
        back={
          <BackLink to="/contacts/$id" params={{ id }}>
            {name}
          </BackLink>
        }
      />
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      {initial === null ? (
        page.error === null && <Skeleton lines={8} blockSize="2rem" />
      ) : (
        <ContactForm id={id} initial={initial} onSaved={back} onCancel={back} />
      )}
    </Page>
  );
}
