import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { History, Plus, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RiskAssessment } from '../../../shared/model/risk-assessment.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { ContactIncidents } from '../incidents/ContactIncidents.tsx';
import { AssessmentCard, AssessmentFacts } from './AssessmentCard.tsx';
import { RiskChart } from './RiskChart.tsx';
import { RiskGuidanceFor } from './RiskGuidance.tsx';
import styles from './risks.module.css';

/** What a contact faces, over time, beside what happened and what we did; a panel of their page. */
export function ContactRisk({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('risks');
  const { data, error } = useCall(client.risks.ofContact, { contactId });
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Skeleton lines={6} />;
  const [newest, ...earlier] = data;
  return (
    <div className={styles['panel']}>
      {newest === undefined ? (
        <Card>
          <EmptyState
            icon={ShieldAlert}
            title={t('standing.emptyTitle')}
            actions={
              <ButtonLink
                variant="primary"
                icon={Plus}
                to="/contacts/$id/assess"
                params={{ id: contactId }}
              >
                {t('standing.emptyAction')}
              </ButtonLink>
            }
          >
            {t('standing.emptyBody')}
          </EmptyState>
        </Card>
      ) : (
        <AssessmentCard assessment={newest} />
      )}
      <RiskChart contactId={contactId} />
      <ContactIncidents contactId={contactId} />
      <RiskGuidanceFor contactIds={[contactId]} />
      {earlier.length > 0 && <EarlierAssessments assessments={earlier} />}
    </div>
  );
}

function EarlierAssessments({
  assessments,
}: {
  readonly assessments: readonly RiskAssessment[];
}): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const format = useFormat();
  return (
    <Card title={t('standing.earlier')} icon={History}>
      {assessments.map((one) => (
        <Disclosure
          key={one.id}
          label={`${format.date(one.assessedOn)} · ${label('riskLevel', one.level)}`}
        >
          <AssessmentFacts assessment={one} />
          <p className={styles['editEarlier']}>
            <Link to="/risks/$id/edit" params={{ id: one.id }}>
              {t('standing.edit')}
            </Link>
          </p>
        </Disclosure>
      ))}
    </Card>
  );
}
