import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import {
  CalendarClock,
  CircleCheck,
  CircleDashed,
  Eye,
  Gavel,
  Pencil,
  Route,
  ShieldCheck,
  Trash2,
  UserRoundCheck,
  UserRoundX,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HearingPage as Page_ } from '../../../shared/contract/hearings.ts';
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
import { StatusPill } from '../../components/StatusPill.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { offsetName } from '../meetings/wall-clock.ts';
import { BackToContact } from './BackToContact.tsx';
import { HearingLine } from './HearingLine.tsx';
import { RestsOn } from './RestsOn.tsx';
import { HearingPill } from './status-looks.tsx';
import styles from './custody.module.css';

/** One day in court: when and where, who observes it, what was decided, what it follows. */
export function HearingPage(): ReactNode {
  const { id } = useParams({ from: '/hearings/$id' });
  const { t } = useTranslation('custody');
  const { data, error } = useCall(client.hearings.get, { id });
  if (data === undefined) {
    return (
      <Page>
        <PageHeader
          title={t('hearing.notFound')}
          back={<BackLink to="/contacts">{t('nobody.contacts')}</BackLink>}
        />
        {error === null ? <Skeleton lines={6} /> : <ErrorNotice error={error} />}
      </Page>
    );
  }
  const { hearing, action } = data;
  return (
    <Page>
      <HearingHead page={data} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Roster page={data} />
          <Card title={t('hearing.outcome')} icon={Gavel}>
            <LongText text={hearing.outcome} none={t('hearing.noOutcome')} />
          </Card>
          {hearing.note.trim() !== '' && (
            <Card title={t('hearing.note')}>
              <LongText text={hearing.note} none="" />
            </Card>
          )}
          <Disclosure label={t('hearing.history')}>
            <RecordHistory type="hearing" id={id} />
          </Disclosure>
        </div>
        <aside className={styles['column']}>
          <HearingFacts page={data} />
          <Card title={t('hearingForm.rests')} icon={ShieldCheck}>
            {action === null && <p className={styles['muted']}>{t('rests.none')}</p>}
            <RestsOn action={action} wasThere={hearing.observers.some((one) => one.attended)} />
          </Card>
          <Card title={t('hearing.series')} icon={Route}>
            <HearingLine series={data.series} currentId={id} canAdd />
          </Card>
        </aside>
      </div>
    </Page>
  );
}

function HearingHead({ page }: { readonly page: Page_ }): ReactNode {
  const { t } = useTranslation('custody');
  const label = useLabel();
  const navigate = useNavigate();
  const remove = useAsk(client.hearings.remove);
  const done = useUndoToast();
  const { id, contactId, title, stage, status } = page.hearing;
  const removeNow = async (): Promise<void> => {
    const outcome = await remove.ask({ id });
    if (!outcome.ok) return;
    done(t('hearing.removed'), outcome.value.changeSetId);
    await navigate({
      to: '/contacts/$id',
      params: { id: contactId },
      search: { tab: 'detention' },
    });
  };
  return (
    <>
      <PageHeader
        title={title}
        heading={<bdi>{title}</bdi>}
        back={<BackToContact contactId={contactId} name={page.contactLabel} />}
        lead={
          <span className={styles['heldSince']}>
            {label('hearingStage', stage)}
            <HearingPill status={status} />
          </span>
        }
        actions={
          <>
            <Menu
              items={[
                {
                  id: 'remove',
                  label: t('hearing.remove'),
                  icon: Trash2,
                  isDangerous: true,
                  onAction: () => void removeNow(),
                },
              ]}
            />
            <ButtonLink to="/hearings/$id/edit" params={{ id }} icon={Pencil}>
              {t('hearing.edit')}
            </ButtonLink>
          </>
        }
      />
      <ErrorNotice error={remove.failure} />
    </>
  );
}

function HearingFacts({ page }: { readonly page: Page_ }): ReactNode {
  const { t } = useTranslation('custody');
  const format = useFormat();
  const { locale } = useMonths();
  const { contactId, startsAt, timeZone, court, room } = page.hearing;
  return (
    <Card title={t('hearing.when')} icon={CalendarClock}>
      <FactList
        facts={[
          {
            label: t('hearing.when'),
            value: `${format.localDateTime(startsAt)} (${offsetName(startsAt, timeZone, locale)})`,
          },
          { label: t('hearing.court'), value: <bdi>{court}</bdi> },
          { label: t('hearing.room'), value: room && <bdi>{room}</bdi> },
          {
            label: t('hearing.who'),
            value: (
              <Link
                to="/contacts/$id"
                params={{ id: contactId }}
                search={{ tab: 'detention' }}
                dir="auto"
              >
                {page.contactLabel}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Roster({ page }: { readonly page: Page_ }): ReactNode {
  const { t } = useTranslation('custody');
  const label = useLabel();
  const { id, status, observers } = page.hearing;
  const tookPlace = status === 'held' || status === 'adjourned';
  return (
    <Card
      title={t('hearing.roster')}
      icon={Eye}
      actions={
        <ButtonLink to="/hearings/$id/edit" params={{ id }} size="sm">
          {t(observers.length === 0 ? 'hearing.rosterAdd' : 'hearing.edit')}
        </ButtonLink>
      }
    >
      {observers.length === 0 ? (
        <p className={styles['muted']}>{t('hearing.rosterNone')}</p>
      ) : (
        <ul className={styles['roster']}>
          {observers.map((observer) => (
            <li key={observer.id} className={styles['observer']}>
              <span className={styles['observerName']}>
                <bdi>{observer.name}</bdi>
                <span className={styles['stopNote']}>
                  {observer.from !== null && (
                    <>
                      {' · '}
                      <bdi>{observer.from}</bdi>
                    </>
                  )}
                  {' · '}
                  {label('observerRole', observer.role)}
                </span>
              </span>
              {tookPlace ? (
                <StatusPill
                  icon={observer.attended ? UserRoundCheck : UserRoundX}
                  tone={observer.attended ? 'accent' : 'neutral'}
                >
                  {t(observer.attended ? 'hearing.attended' : 'hearing.absent')}
                </StatusPill>
              ) : (
                <StatusPill
                  icon={observer.confirmed ? CircleCheck : CircleDashed}
                  tone={observer.confirmed ? 'positive' : 'warning'}
                >
                  {t(observer.confirmed ? 'hearing.confirmed' : 'hearing.unconfirmed')}
                </StatusPill>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
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
