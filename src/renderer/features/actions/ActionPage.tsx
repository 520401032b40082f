import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import {
  FileText,
  Handshake,
  PencilLine,
  ShieldAlert,
  ShieldCheck,
  Sprout,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ACTION_STATUSES } from '../../../shared/model/vocabulary/action.ts';
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
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { PartnerList } from '../../components/partners/PartnerList.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { ActionTasks } from '../tasks/OwnedTasks.tsx';
import { ActionReviews } from '../reviews/ActionReviews.tsx';
import { GapList } from './GapList.tsx';
import { GatePill } from './GatePill.tsx';
import { NotReadyNotice } from './NotReady.tsx';
import { ParticularsCard } from './ParticularsCard.tsx';
import { OverrideFacts } from './OverrideFacts.tsx';
import { useMoveAction } from './use-move-action.tsx';
import styles from './actions.module.css';

/** One action: where it stands, for whom, what it rests on, what came of it. */
export function ActionPage(): ReactNode {
  const { id } = useParams({ from: '/actions/$id' });
  const { t } = useTranslation(['actions', 'partners']);
  const label = useLabel();
  const format = useFormat();
  const navigate = useNavigate();
  const page = useCall(client.actions.get, { id });
  const remove = useAsk(client.actions.remove);
  const done = useUndoToast();
  const { move, panel } = useMoveAction();
  const back = <BackLink to="/actions">{t('title')}</BackLink>;

  if (page.data === undefined) {
    return (
      <Page>
        <PageHeader title={t('title')} back={back} />
        {page.error === null ? <Skeleton lines={6} /> : <ErrorNotice error={page.error} />}
      </Page>
    );
  }
  const { action, row, plan } = page.data;

  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (!outcome.ok) return;
    done(t('card.deletedToast'), outcome.value.changeSetId);
    await navigate({ to: '/actions' });
  };

  return (
    <Page>
      <PageHeader
        title={action.title}
        heading={<bdi>{action.title}</bdi>}
        back={back}
        lead={
          <span className={styles['pills']}>
            {label('actionType', action.type)}
            <GatePill row={row} />
          </span>
        }
        actions={
          <>
            <Menu
              items={[
                {
                  id: 'remove',
                  label: t('detail.remove'),
                  icon: Trash2,
                  isDangerous: true,
                  onAction: () => void removeNow(),
                },
              ]}
            />
            <ButtonLink to="/actions/$id/edit" params={{ id }} icon={PencilLine}>
              {t('form.editTitle')}
            </ButtonLink>
          </>
        }
      />
      <div className={styles['column']}>
        <ErrorNotice error={remove.failure} />
        <RadioGroup
          label={t('detail.status')}
          look="segmented"
          value={action.status}
          onChange={(status) => move(row, status)}
          options={ACTION_STATUSES.map((value) => ({
            value,
            label: label('actionStatus', value),
          }))}
        />
        <div className={styles['read']}>
          <div className={styles['column']}>
            <Card title={t('form.detail')} icon={FileText}>
              <LongText text={action.detail} none={t('detail.noDetail')} />
            </Card>
            <ParticularsCard actionId={id} type={action.type} particulars={action.particulars} />
            <ActionTasks actionId={id} hasDay={action.dueOn !== null} />
            <Card title={t('form.outcome')} icon={Sprout}>
              <LongText text={action.outcome} none={t('detail.noOutcome')} />
            </Card>
            <ActionReviews actionId={id} />
            <Disclosure label={t('detail.history')}>
              <RecordHistory type="action" id={id} />
            </Disclosure>
          </div>
          <aside className={styles['column']}>
            <Card title={t('gate.title')} icon={ShieldCheck}>
              <div className={styles['gaps']}>
                {row.gate.gaps.length > 0 ? (
                  <>
                    {row.overridden && <p>{t('gate.overrideLong')}</p>}
                    <GapList gaps={row.gate.gaps} />
                  </>
                ) : (
                  <p>
                    {t(row.gate.via === 'no-subject' ? 'gate.noSubjectLong' : 'gate.consentLong')}
                  </p>
                )}
                {row.gate.notReady !== null && (
                  <NotReadyNotice reason={row.gate.notReady} actionId={id} />
                )}
              </div>
            </Card>
            {action.override !== null && (
              <Card title={t('detail.overrideTitle')} icon={ShieldAlert}>
                <OverrideFacts override={action.override} />
              </Card>
            )}
            {action.partners !== null && action.partners.length > 0 && (
              <Card title={t('partners:title')} icon={Handshake}>
                <PartnerList partners={action.partners} />
              </Card>
            )}
            <Card title={t('detail.facts')}>
              <FactList
                facts={[
                  {
                    label: t('form.subjects'),
                    value:
                      row.subjects.length === 0 ? (
                        t('card.noSubject')
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
                  {
                    label: t('form.plan'),
                    value: plan !== null && (
                      <Link to="/plans/$id" params={{ id: plan.id }} dir="auto">
                        {plan.title}
                      </Link>
                    ),
                  },
                  { label: t('form.audience'), value: label('audience', action.audience) },
                  {
                    label: t('form.owner'),
                    value: action.owner === null ? null : <bdi>{action.owner}</bdi>,
                  },
                  {
                    label: t('form.dueOn'),
                    value: action.dueOn === null ? null : format.date(action.dueOn),
                  },
                  {
                    label: t('form.doneOn'),
                    value: action.doneOn === null ? null : format.date(action.doneOn),
                  },
                  {
                    label: t('detail.pledges'),
                    value: action.pledges !== null && action.pledges.length > 0 && (
                      <ul>
                        {action.pledges.map((pledge) => (
                          <li key={pledge}>{label('pledge', pledge)}</li>
                        ))}
                      </ul>
                    ),
                  },
                ]}
              />
            </Card>
          </aside>
        </div>
      </div>
      {panel}
    </Page>
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
