import type { ReactNode } from 'react';
import { Pencil, Plus, ShieldAlert, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RiskAssessment } from '../../../shared/model/risk-assessment.ts';
import { ratingLevel } from '../../../shared/model/risk-level.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FactList } from '../../components/FactList.tsx';
import { Menu } from '../../components/Menu.tsx';
import { DuePill, RiskPill } from '../../components/status-pills.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { worstFirst } from './ratings.ts';
import { TrendPill } from './TrendPill.tsx';
import styles from './risks.module.css';

/** The assessment that counts: level, trend, the risks from the worst on, and the safety plan. */
export function AssessmentCard({ assessment }: { readonly assessment: RiskAssessment }): ReactNode {
  const { t } = useTranslation('risks');
  const { id, contactId } = assessment;
  const remove = useAsk(client.risks.remove);
  const done = useUndoToast();
  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (outcome.ok) done(t('standing.removedToast'), outcome.value.changeSetId);
  };
  return (
    <Card
      title={t('standing.title')}
      icon={ShieldAlert}
      actions={
        <span className={styles['buttons']}>
          <Menu
            items={[
              {
                id: 'remove',
                label: t('standing.remove'),
                icon: Trash2,
                isDangerous: true,
                onAction: () => void removeNow(),
              },
            ]}
          />
          <ButtonLink size="sm" icon={Pencil} to="/risks/$id/edit" params={{ id }}>
            {t('standing.edit')}
          </ButtonLink>
          <ButtonLink
            size="sm"
            variant="primary"
            icon={Plus}
            to="/contacts/$id/assess"
            params={{ id: contactId }}
          >
            {t('standing.again')}
          </ButtonLink>
        </span>
      }
    >
      <ErrorNotice error={remove.failure} />
      <AssessmentFacts assessment={assessment} />
      <Disclosure label={t('standing.history')}>
        <RecordHistory type="risk-assessment" id={id} />
      </Disclosure>
    </Card>
  );
}

/** What an assessment says. */
export function AssessmentFacts({
  assessment,
}: {
  readonly assessment: RiskAssessment;
}): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const format = useFormat();
  const { ratings, assessedBy, assessedOn } = assessment;
  const day = format.date(assessedOn);
  return (
    <div className={styles['standing']}>
      <div className={styles['pills']}>
        <RiskPill level={assessment.level} />
        <TrendPill trend={assessment.trend} />
        {assessment.reviewOn !== null && (
          <span className={styles['review']}>
            {t('standing.review')} <DuePill dueOn={assessment.reviewOn} />
          </span>
        )}
      </div>
      <p className={styles['muted']}>
        {assessedBy === null
          ? t('standing.assessed', { day })
          : t('standing.assessedBy', { day, name: assessedBy })}
      </p>
      {ratings.length > 0 && (
        <ul className={styles['ratings']} aria-label={t('form.ratings')}>
          {worstFirst(ratings).map((rating) => (
            <li key={`${rating.risk} ${rating.bearer}`}>
              <RiskPill level={ratingLevel(rating)} />
              <span>
                {label('nineRisk', rating.risk)}
                <small>
                  {t('standing.rating', {
                    bearer: label('riskBearer', rating.bearer),
                    likelihood: rating.likelihood,
                    severity: rating.severity,
                  })}
                  {rating.note !== null && (
                    <>
                      {' · '}
                      <bdi>{rating.note}</bdi>
                    </>
                  )}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <FactList
        facts={(['triggers', 'mitigations', 'safetyPlan'] as const).map((field) => ({
          label: t(`form.${field}`),
          value: assessment[field] !== '' && (
            <span className={styles['text']} dir="auto">
              {assessment[field]}
            </span>
          ),
        }))}
      />
    </div>
  );
}
