import { useMemo, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ActionForm } from './ActionForm.tsx';
import { actionOfPlan, emptyAction, type ActionFormValues } from './form-values.ts';
import type { NewActionSearch } from './routes.tsx';

/** A new action: of an option of a plan, or for one contact where it was begun from their page. */
export function NewActionPage(): ReactNode {
  const search = useSearch({ from: '/actions/new' });
  const { t } = useTranslation('actions');
  const { plan } = search;
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.newTitle')}
        back={
          plan === undefined ? (
            <BackLink to="/actions">{t('title')}</BackLink>
          ) : (
            <BackLink to="/plans/$id" params={{ id: plan }}>
              {t('form.backToPlan')}
            </BackLink>
          )
        }
      />
      {plan === undefined ? (
        <NewAction search={search} />
      ) : (
        <NewActionOfPlan planId={plan} optionId={search.option ?? ''} />
      )}
    </Page>
  );
}

function NewAction({ search }: { readonly search: NewActionSearch }): ReactNode {
  const { contact, organisation, type = 'private-approach' } = search;
  const values = useMemo(
    () =>
      emptyAction(type, contact === undefined ? [] : [contact], { organisationId: organisation }),
    [contact, type, organisation],
  );
  const draftKey = draftKeyOf(search);
  return <NewActionForm key={draftKey} draftKey={draftKey} values={values} />;
}

/** What was begun as one of a type has a draft of its own; `draftTarget` of Today reads the key. */
function draftKeyOf({ contact, organisation, type }: NewActionSearch): string {
  if (type !== undefined) return `as:${type}:${organisation ?? ''}:${contact ?? ''}`;
  return contact === undefined ? 'new' : `new:${contact}`;
}

interface NewActionOfPlanProps {
  readonly planId: string;
  readonly optionId: string;
}

function NewActionOfPlan({ planId, optionId }: NewActionOfPlanProps): ReactNode {
  const page = useCall(client.plans.get, { id: planId });
  const plan = page.data?.plan;
  const values = useMemo(
    () => (plan === undefined ? null : actionOfPlan(plan, optionId)),
    [plan, optionId],
  );
  if (values === null) {
    return page.error === null ? <Skeleton lines={8} /> : <ErrorNotice error={page.error} />;
  }
  const draftKey = `plan:${planId}:${optionId}`;
  return <NewActionForm key={draftKey} draftKey={draftKey} values={values} />;
}

interface NewActionFormProps {
  readonly draftKey: string;
  readonly values: ActionFormValues;
}

function NewActionForm({ draftKey, values }: NewActionFormProps): ReactNode {
  const { t } = useTranslation('actions');
  return <ActionForm label={t('form.newTitle')} id={null} draftKey={draftKey} values={values} />;
}
