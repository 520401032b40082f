import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { storedAssessment } from './form-values.ts';
import { RiskForm } from './RiskForm.tsx';

/** A stored assessment, to be put right. What has changed since is a new assessment. */
export function EditAssessmentPage(): ReactNode {
  const { id } = useParams({ from: '/risks/$id/edit' });
  const { t } = useTranslation('risks');
  const { data, error } = useCall(client.risks.get, { id });
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.editTitle')}
        back={
          data && (
            <BackLink
              to="/contacts/$id"
              params={{ id: data.assessment.contactId }}
              search={{ tab: 'risk' }}
            >
              {data.contactLabel}
            </BackLink>
          )
        }
      />
      {data === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorNotice error={error} />
        )
      ) : (
        <RiskForm
          key={id}
          label={t('form.editTitle')}
          id={id}
          draftKey={id}
          values={storedAssessment(data.assessment)}
        />
      )}
    </Page>
  );
}
