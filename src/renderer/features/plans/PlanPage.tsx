import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Goal, Handshake, PencilLine, Scale, Sprout, SquareKanban, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../shared/contract/plans.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FactList } from '../../components/FactList.tsx';
import { Menu } from '../../components/Menu.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { PartnerList } from '../../components/partners/PartnerList.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { OptionCard } from './OptionCard.tsx';
import { PlanActions } from './PlanActions.tsx';
import { PlanPills } from './PlanCard.tsx';
import { storedPlan } from './form-values.ts';
import styles from './plans.module.css';

/** One plan: what for, what was weighed and chosen, and what its actions wait for. */
export function PlanPage(): ReactNode {
  const { id } = useParams({ from: '/plans/$id' });
  const { t } = useTranslation(['plans', 'partners']);
  const navigate = useNavigate();
  const page = useCall(client.plans.get, { id });
  const remove = useAsk(client.plans.remove);
  const save = useAsk(client.plans.save);
  const done = useUndoToast();
  const back = <BackLink to="/plans">{t('title')}</BackLink>;

  if (page.data === undefined) {
    return (
      <Page>
        <PageHeader title={t('title')} back={back} />
        {page.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={page.error} />}
      </Page>
    );
  }
  const { plan, row, actions } = page.data;

  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (!outcome.ok) return;
    done(t('toast.removed'), outcome.value.changeSetId);
    await navigate({ to: '/plans' });
  };
  const choose = async (optionId: string, chosen: boolean): Promise<void> => {
    const options = plan.options.map((one) => (one.id === optionId ? { ...one, chosen } : one));
    const outcome = await save.ask({ id, fields: { ...storedPlan(plan), options } });
    if (outcome.ok) done(t(chosen ? 'toast.chosen' : 'toast.unchosen'), outcome.value.changeSetId);
  };

  return (
    <Page>
      <PageHeader
        title={plan.title}
        heading={<bdi>{plan.title}</bdi>}
        back={back}
        lead={<PlanPills row={row} />}
        actions={
          <>
            <Menu
              items={[
                {
                  id: 'remove',
                  label: t('remove'),
                  icon: Trash2,
                  isDangerous: true,
                  onAction: () => void removeNow(),
                },
              ]}
            />
            <ButtonLink to="/plans/$id/edit" params={{ id }} icon={PencilLine}>
              {t('edit')}
            </ButtonLink>
          </>
        }
      />
      <div className={styles['column']}>
        <ErrorNotice error={remove.failure ?? save.failure} />
        <div className={styles['read']}>
          <div className={styles['column']}>
            <Card title={t('form.goal')} icon={Goal}>
              <LongText text={plan.goal} none={t('noGoal')} />
              <h3 className={styles['subhead']}>{t('form.situation')}</h3>
              <LongText text={plan.situation} none={t('noSituation')} />
            </Card>
            <Card title={t('options.title')} icon={Scale}>
              {plan.options.length === 0 ? (
                <p className={styles['muted']}>{t('options.none')}</p>
              ) : (
                <ul className={styles['column']}>
                  {plan.options.map((option) => (
                    <li key={option.id}>
                      <OptionCard
                        planId={id}
                        option={option}
                        isPending={save.pending}
                        onChoose={(chosen) => void choose(option.id, chosen)}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            <Card title={t('actions.title')} icon={SquareKanban}>
              <PlanActions rows={actions} />
            </Card>
            {(plan.outcome.trim() !== '' || plan.state === 'closed') && (
              <Card title={t('form.outcome')} icon={Sprout}>
                <LongText text={plan.outcome} none={t('noOutcome')} />
              </Card>
            )}
            <Disclosure label={t('history')}>
              <RecordHistory type="plan" id={id} />
            </Disclosure>
          </div>
          <aside className={styles['column']}>
            <Card title={t('facts')}>
              <PlanFacts plan={plan} row={row} />
            </Card>
            <Card title={t('partners:title')} icon={Handshake}>
              <PartnerList partners={plan.partners} />
            </Card>
          </aside>
        </div>
      </div>
    </Page>
  );
}

function PlanFacts({ plan, row }: { readonly plan: Plan; readonly row: PlanRow }): ReactNode {
  const { t } = useTranslation('plans');
  const format = useFormat();
  return (
    <FactList
      facts={[
        {
          label: t('form.subjects'),
          value:
            row.subjects.length === 0 ? (
              t('noSubject')
            ) : (
              <ul>
                {row.subjects.map((subject) => (
                  <li key={subject.id}>
                    <Link to="/contacts/$id" params={{ id: subject.id }} dir="auto">
                      {subject.label}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
        },
        { label: t('form.owner'), value: plan.owner === null ? null : <bdi>{plan.owner}</bdi> },
        { label: t('form.startedOn'), value: format.date(plan.startedOn) },
        {
          label: t('form.reviewOn'),
          value: plan.reviewOn === null ? null : format.date(plan.reviewOn),
        },
      ]}
    />
  );
}

function LongText({ text, none }: { readonly text: string; readonly none: string }): ReactNode {
  if (text.trim() === '') return <p className={styles['muted']}>{none}</p>;
  return (
    <p dir="auto" className={styles['text']}>
      {text}
    </p>
  );
}
