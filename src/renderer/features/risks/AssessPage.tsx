import { useMemo, type ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { localToday } from '../../i18n/local-today.ts';
import { newAssessment } from './form-values.ts';
import { RiskForm } from './RiskForm.tsx';

/** A new assessment of a contact, begun from the one before where there is one. */
export function AssessPage(): ReactNode {
  const { id } = useParams({ from: '/contacts/$id/assess' });
  const { t } = useTranslation('risks');
  const page = useCall(client.contacts.page, { id });
  const before = useCall(client.risks.ofContact, { contactId: id });
  const me = useCall(client.officers.me, {});
  const error = page.error ?? before.error ?? me.error;
  const values = useMemo(() => {
    if (page.data === undefined || before.data === undefined || me.data === undefined) return null;
    return newAssessment({
      contactId: id,
      today: localToday(),
      assessedBy: me.data.name,
      level: page.data.contact.riskLevel,
      previous: before.data[0] ?? null,
    });
  }, [id, page.data, before.data, me.data]);
  return (
    <Page width="narrow">
      <PageHeader
        title={t('form.newTitle')}
        back={
          <BackLink to="/contacts/$id" params={{ id }} search={{ tab: 'risk' }}>
            {page.data?.row.label ?? t('form.contact')}
          </BackLink>
        }
      />
      {values === null ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorNotice error={error} />
        )
      ) : (
        <RiskForm
          key={id}
          label={t('form.newTitle')}
          id={null}
          draftKey={`new:${id}`}
          values={values}
        />
      )}
    </Page>
  );
}
