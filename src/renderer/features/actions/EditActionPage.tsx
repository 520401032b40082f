import type { ReactNode } from 'react';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ActionForm } from './ActionForm.tsx';
import { storedAction } from './form-values.ts';

/** A stored action, to be changed; its status moves elsewhere. */
export function EditActionPage(): ReactNode {
  const { id } = useParams({ from: '/actions/$id/edit' });
  const { field } = useSearch({ from: '/actions/$id/edit' });
  const { t } = useTranslation('actions');
  const page = useCall(client.actions.get, { id });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.editTitle')}
        back={
          <BackLink to="/actions/$id" params={{ id }}>
            {page.data?.action.title ?? t('title')}
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
        <ActionForm
          key={id}
          label={t('form.editTitle')}
          id={id}
          draftKey={id}
          values={storedAction(page.data)}
          beginAt={field}
        />
      )}
    </Page>
  );
}
