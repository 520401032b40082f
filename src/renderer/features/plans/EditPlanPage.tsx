import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { storedPlan } from './form-values.ts';
import { PlanForm } from './PlanForm.tsx';

/** A stored plan, to be changed. */
export function EditPlanPage(): ReactNode {
  const { id } = useParams({ from: '/plans/$id/edit' });
  const { t } = useTranslation('plans');
  const page = useCall(client.plans.get, { id });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('edit')}
        back={
          <BackLink to="/plans/$id" params={{ id }}>
            {page.data?.plan.title ?? t('title')}
          </BackLink>
        }
      />
      {page.data !== undefined ? (
        <PlanForm
          key={id}
          label={t('edit')}
          id={id}
          draftKey={id}
          values={storedPlan(page.data.plan)}
        />
      ) : page.error === null ? (
        <Skeleton lines={8} />
      ) : (
        <ErrorNotice error={page.error} />
      )}
    </Page>
  );
}
