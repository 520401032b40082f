import { useState, type ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck, HeartHandshake, ListTodo, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LEDGER_FILTERS } from '../../../shared/contract/rhythm.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ContactField } from '../../components/fields/ContactField.tsx';
import { Select } from '../../components/fields/Select.tsx';
import { localTodayPlus } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { FollowUpItem } from '../meetings/FollowUpItem.tsx';
import { PromiseItem } from '../meetings/PromiseItem.tsx';
import styles from './rhythm.module.css';

const PERIODS = { ever: null, year: 365, quarter: 91, month: 30 } as const;
type Period = keyof typeof PERIODS;

/** What we promised: owed, kept, broken, and whether they were told; and what to follow up. */
export function Ledger(): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const navigate = useNavigate({ from: '/rhythm' });
  const { show = 'owed' } = useSearch({ from: '/rhythm' });
  const [contactId, setContactId] = useState<string | null>(null);
  const [period, setPeriod] = useState<Period>('ever');
  const days = PERIODS[period];
  const ledger = useCall(
    client.rhythm.ledger,
    {
      show,
      ...(contactId === null ? {} : { contactId }),
      ...(days === null ? {} : { madeSince: localTodayPlus(-days) }),
    },
    { keepPrevious: true },
  );
  const { data } = ledger;
  if (ledger.error !== null) return <ErrorNotice error={ledger.error} />;
  if (data === undefined) return <Skeleton lines={8} blockSize="2.5rem" />;
  const isUnused = data.counts.all === 0 && contactId === null && days === null;
  const hidden = data.counts[show] - data.rows.length;

  return (
    <div className={styles['stack']}>
      {isUnused ? (
        <EmptyState
          icon={HeartHandshake}
          title={t('ledger.emptyTitle')}
          actions={
            <ButtonLink to="/meetings/new" icon={NotebookPen}>
              {t('ledger.emptyAction')}
            </ButtonLink>
          }
        >
          {t('ledger.emptyBody')}
        </EmptyState>
      ) : (
        <>
          <div className={styles['filters']} role="search" aria-label={t('ledger.filters')}>
            <Select
              label={t('ledger.show')}
              value={show}
              onChange={(next) =>
                void navigate({
                  search: (before) => ({ ...before, show: next === 'owed' ? undefined : next }),
                  replace: true,
                })
              }
              options={LEDGER_FILTERS.map((value) => ({
                value,
                label: t('filter.option', {
                  name: t(`ledger.filter.${value}`),
                  count: format.number(data.counts[value]),
                }),
              }))}
            />
            <ContactField label={t('ledger.contact')} value={contactId} onChange={setContactId} />
            <Select
              label={t('ledger.period')}
              value={period}
              onChange={setPeriod}
              options={(Object.keys(PERIODS) as Period[]).map((value) => ({
                value,
                label: t(`ledger.since.${value}`),
              }))}
            />
          </div>
          <Card title={t(`ledger.filter.${show}`)} icon={HeartHandshake}>
            {data.rows.length === 0 ? (
              <EmptyState icon={CircleCheck} title={t('ledger.noneTitle')} isCompact>
                {t('ledger.noneBody')}
              </EmptyState>
            ) : (
              <ul className={styles['items']}>
                {data.rows.map((promise) => (
                  <PromiseItem key={promise.id} promise={promise} showsMeeting showsContact />
                ))}
              </ul>
            )}
            {hidden > 0 && <p className={styles['sub']}>{t('ledger.more', { count: hidden })}</p>}
          </Card>
        </>
      )}
      <FollowUps contactId={contactId} />
    </div>
  );
}

function FollowUps({ contactId }: { readonly contactId: string | null }): ReactNode {
  const { t } = useTranslation('rhythm');
  const { data } = useCall(client.meetings.followUps, {
    states: ['open'],
    ...(contactId === null ? {} : { contactId }),
  });
  if (data === undefined || data.length === 0) return null;
  return (
    <Card title={t('ledger.followUps')} icon={ListTodo}>
      <ul className={styles['items']}>
        {data.map((followUp) => (
          <FollowUpItem key={followUp.id} followUp={followUp} showsMeeting />
        ))}
      </ul>
    </Card>
  );
}
