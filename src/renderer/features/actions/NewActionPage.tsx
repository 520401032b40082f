import { useMemo, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { ActionForm } from './ActionForm.tsx';
import { emptyAction } from './form-values.ts';

/** A new action, for one contact where it was begun from their page. */
export function NewActionPage(): ReactNode {
  const { contact, type = 'private-approach' } = useSearch({ from: '/actions/new' });
  const { t } = useTranslation('actions');
  const values = useMemo(
    () => emptyAction(type, contact === undefined ? [] : [contact]),
    [contact, type],
  );
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.newTitle')}
        back={<BackLink to="/actions">{t('title')}</BackLink>}
      />
      <ActionForm
        key={`${type}:${contact ?? ''}`}
        label={t('form.newTitle')}
        id={null}
        draftKey={contact === undefined ? 'new' : `new:${contact}`}
        values={values}
      />
    </Page>
  );
}
