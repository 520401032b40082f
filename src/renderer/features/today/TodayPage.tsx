import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import {
  AlarmClock,
  FileDown,
  HandHeart,
  Handshake,
  ListTodo,
  PackageOpen,
  PencilLine,
  Sparkles,
  UserRoundPlus,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { outdateDraftLists } from '../../api/draft-lists.ts';
import { useCall } from '../../api/use-call.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { localToday, localTodayPlus } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { draftTarget } from './draft-target.ts';
import { TodayList } from './TodayList.tsx';
import styles from './TodayPage.module.css';

const LOOK_AHEAD_DAYS = 30;

/** What is waiting: who has not been heard from, what was promised, what lapses, what is unsaved. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation(['today', 'contacts']);
  const format = useFormat();
  const status = useCall(client.session.status, {});
  const all = useCall(client.contacts.list, { sortBy: 'next-due' });
  const isEmpty = all.data?.total === 0;

  return (
    <Page>
      <PageHeader title={t('title')} lead={format.longDate(localToday())} />
      {isEmpty ? (
        <>
          <EmptyState
            icon={Sparkles}
            title={t('welcomeTitle', { name: status.data?.officer?.name ?? '' })}
            actions={
              <>
                <ButtonLink to="/contacts/new" variant="primary" icon={UserRoundPlus}>
                  {t('contacts:new')}
                </ButtonLink>
                <ButtonLink to="/imports" icon={FileDown}>
                  {t('contacts:importFile')}
                </ButtonLink>
                <ButtonLink to="/bundles/import" icon={PackageOpen}>
                  {t('openBundle')}
                </ButtonLink>
              </>
            }
          >
            {t('welcomeBody')}
          </EmptyState>
          <Drafts />
        </>
      ) : (
        <div className={styles['grid']}>
          <div className={styles['column']}>
            <Overdue />
            <Consents />
          </div>
          <div className={styles['column']}>
            <Promises />
            <FollowUps />
            <Drafts />
          </div>
        </div>
      )}
    </Page>
  );
}

function Overdue(): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { data, error } = useCall(client.contacts.list, { sortBy: 'next-due' });
  const today = localToday();
  const overdue = data?.rows
    .filter((row) => row.nextContactDueOn !== null && row.nextContactDueOn < today)
    .filter((row) => row.state === 'active');
  return (
    <TodayList
      title={t('overdue')}
      icon={AlarmClock}
      none={t('overdueNone')}
      items={overdue}
      error={error}
      keyOf={(row) => row.id}
      actions={
        <ButtonLink to="/contacts" search={{ sort: 'next-due' }} variant="quiet" size="sm">
          {t('seeAll')}
        </ButtonLink>
      }
      render={(row) => (
        <>
          <Avatar name={row.label} kind={row.kind} photo={row.photo} />
          <span className={styles['words']}>
            <Link to="/contacts/$id" params={{ id: row.id }} className={styles['main']}>
              <bdi>{row.label}</bdi>
            </Link>
            <span className={styles['note']}>
              {row.lastContactOn === null
                ? t('neverMet')
                : t('lastContact', { when: format.relativeDate(row.lastContactOn) })}
            </span>
          </span>
          <DuePill dueOn={row.nextContactDueOn} />
        </>
      )}
    />
  );
}

function Promises(): ReactNode {
  const { t } = useTranslation('today');
  const { data, error } = useCall(client.meetings.promises, { states: ['open'] });
  return (
    <TodayList
      title={t('promises')}
      icon={Handshake}
      none={t('promisesNone')}
      items={data && byDueDate(data)}
      error={error}
      keyOf={(row) => row.id}
      render={(row) => (
        <Owed
          logId={row.meetingLogId}
          text={row.text}
          who={t('to', { name: row.contactLabel })}
          dueOn={row.dueOn}
        />
      )}
    />
  );
}

function FollowUps(): ReactNode {
  const { t } = useTranslation('today');
  const { data, error } = useCall(client.meetings.followUps, { states: ['open'] });
  return (
    <TodayList
      title={t('followUps')}
      icon={ListTodo}
      none={t('followUpsNone')}
      items={data && byDueDate(data)}
      error={error}
      keyOf={(row) => row.id}
      render={(row) => (
        <Owed
          logId={row.meetingLogId}
          text={row.text}
          who={row.contactLabel ?? row.meetingTitle}
          dueOn={row.dueOn}
        />
      )}
    />
  );
}

interface OwedProps {
  readonly logId: string;
  readonly text: string;
  readonly who: string;
  readonly dueOn: string | null;
}

/** What a meeting left to be done: a promise or a follow-up, with the way to its log. */
function Owed({ logId, text, who, dueOn }: OwedProps): ReactNode {
  return (
    <>
      <span className={styles['words']}>
        <Link to="/meetings/$id" params={{ id: logId }} className={styles['main']} dir="auto">
          {text}
        </Link>
        <span className={styles['note']}>
          <bdi>{who}</bdi>
        </span>
      </span>
      <Due dueOn={dueOn} />
    </>
  );
}

function Due({ dueOn }: { readonly dueOn: string | null }): ReactNode {
  const { t } = useTranslation('today');
  return dueOn === null ? (
    <span className={styles['note']}>{t('noDate')}</span>
  ) : (
    <DuePill dueOn={dueOn} />
  );
}

function Consents(): ReactNode {
  const { t } = useTranslation('today');
  const label = useLabel();
  const { data, error } = useCall(client.consents.dueForReview, {
    until: localTodayPlus(LOOK_AHEAD_DAYS),
  });
  return (
    <TodayList
      title={t('consents')}
      icon={HandHeart}
      none={t('consentsNone')}
      items={data}
      error={error}
      keyOf={(row) => `${row.contactId} ${row.purpose} ${row.audience} ${row.why}`}
      render={(row) => (
        <>
          <span className={styles['words']}>
            <Link
              to="/contacts/$id"
              params={{ id: row.contactId }}
              search={{ tab: 'consent' }}
              className={styles['main']}
            >
              <bdi>{row.contactLabel}</bdi>
            </Link>
            <span className={styles['note']}>
              {`${label('purpose', row.purpose)} · ${label('audience', row.audience)} · ${label('reviewWhy', row.why)}`}
            </span>
          </span>
          <DuePill dueOn={row.on} />
        </>
      )}
    />
  );
}

function Drafts(): ReactNode {
  const { t } = useTranslation('today');
  const label = useLabel();
  const format = useFormat();
  const queryClient = useQueryClient();
  const { data, error } = useCall(client.drafts.list, {});
  if (data?.length === 0) return null;

  const discard = async (form: NonNullable<typeof data>[number]): Promise<void> => {
    await client.drafts.discard({ form: form.form, key: form.key });
    await outdateDraftLists(queryClient);
  };

  return (
    <TodayList
      title={t('drafts')}
      icon={PencilLine}
      none=""
      items={data}
      error={error}
      keyOf={(draft) => `${draft.form}/${draft.key}`}
      render={(draft) => {
        const what = label('draftForm', draft.form);
        const words = draft.key.startsWith('new')
          ? t('draftNew', { what })
          : t('draftOf', { what });
        const target = draftTarget(draft);
        return (
          <>
            <span className={styles['words']}>
              {target === null ? (
                <span className={styles['main']}>{words}</span>
              ) : (
                <Link {...(target as { to: '/contacts/new' })} className={styles['main']}>
                  {words}
                </Link>
              )}
              <span className={styles['note']}>{format.instant(draft.updatedAt)}</span>
            </span>
            <IconButton
              icon={X}
              size="sm"
              label={t('discardName', { name: words })}
              onPress={() => void discard(draft)}
            />
          </>
        );
      }}
    />
  );
}

function byDueDate<Row extends { readonly dueOn: string | null }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}
