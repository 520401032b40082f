import { useMemo, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { emptyPlan } from './form-values.ts';
import { PlanForm } from './PlanForm.tsx';

/** A new plan, for one contact where it was begun from their page. */
export function NewPlanPage(): ReactNode {
  const { contact } = useSearch({ from: '/plans/new' });
  const { t } = useTranslation('plans');
  const values = useMemo(
    () => emptyPlan(contact === undefined ? [] : [contact], localToday()),
    [contact],
  );
  return (
    <Page width="narrow">
      <PageHeader title={t('new')} back={<BackLink to="/plans">{t('title')}</BackLink>} />
      <PlanForm
        key={contact ?? ''}
        label={t('new')}
        id={null}
        draftKey={contact === undefined ? 'new' : `new:${contact}`}
        values={values}
      />
    </Page>
  );
}
