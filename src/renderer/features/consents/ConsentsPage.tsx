import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CalendarCheck, Hourglass, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { BackLink, Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { localToday, localTodayPlus } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './consents.module.css';

type DueEntry = ResultOf<Calls['consents']['dueForReview']>[number];

const AHEAD_DAYS = ['14', '30', '90', '365'] as const;

/** Consents that lapse or are to be reviewed soon, over all contacts. */
export function ConsentsPage(): ReactNode {
  const { t } = useTranslation(['consents', 'shell']);
  const label = useLabel();
  const format = useFormat();
  const [days, setDays] = useState<(typeof AHEAD_DAYS)[number]>('30');
  const due = useCall(
    client.consents.dueForReview,
    { until: localTodayPlus(Number(days)) },
    { keepPrevious: true },
  );
  const today = localToday();
  return (
    <Page>
      <PageHeader
        title={t('due.title')}
        lead={t('due.intro')}
        back={<BackLink to="/today">{t('shell:nav.today')}</BackLink>}
      />
      <div className={styles['column']}>
        <RadioGroup
          label={t('due.within')}
          look="segmented"
          value={days}
          onChange={setDays}
          options={AHEAD_DAYS.map((value) => ({
            value,
            label: t('due.days', { count: Number(value) }),
          }))}
        />
        <ErrorNotice error={due.error} />
        {due.data === undefined ? (
          due.error === null && <Skeleton lines={6} />
        ) : due.data.length === 0 ? (
          <EmptyState
            icon={CalendarCheck}
            title={t('due.emptyTitle')}
            actions={<ButtonLink to="/contacts">{t('due.emptyAction')}</ButtonLink>}
          >
            {t('due.emptyBody')}
          </EmptyState>
        ) : (
          <ul className={styles['due']} aria-label={t('due.label')}>
            {dueTogether(due.data).map((entries) => {
              const [entry] = entries;
              if (entry === undefined) return null;
              const isPast = entry.on < today;
              const date = format.date(entry.on);
              return (
                <li key={`${entry.contactId} ${entry.on} ${entry.why}`}>
                  <Link to="/contacts/$id" params={{ id: entry.contactId }} dir="auto">
                    {entry.contactLabel}
                  </Link>
                  <ul className={styles['dueWhat']}>
                    {entries.map(({ purpose, audience }) => (
                      <li key={`${purpose} ${audience}`}>
                        {t('events.what', {
                          purpose: label('purpose', purpose),
                          audience: t(`audienceInSentence.${audience}`),
                        })}
                      </li>
                    ))}
                  </ul>
                  <StatusPill
                    icon={entry.why === 'expires' ? Hourglass : RotateCcw}
                    tone={isPast ? 'danger' : 'neutral'}
                  >
                    {entry.why === 'expires'
                      ? t(isPast ? 'due.overdueExpires' : 'due.expires', { date })
                      : t(isPast ? 'due.overdueReview' : 'due.review', { date })}
                  </StatusPill>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Page>
  );
}

/** What is due for one contact on one day for one reason: one conversation to have. */
function dueTogether(entries: readonly DueEntry[]): DueEntry[][] {
  const groups = new Map<string, DueEntry[]>();
  for (const entry of entries) {
    const key = `${entry.contactId} ${entry.on} ${entry.why}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}
