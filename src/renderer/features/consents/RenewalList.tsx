import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CalendarCheck, Hourglass, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsentDue } from '../../../shared/contract/consents.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { RadioGroup } from '../../components/fields/RadioGroup.tsx';
import { localToday, localTodayPlus } from '../../i18n/local-today.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { dueSections, type DueConversation } from './due-sections.ts';
import { RenewSheet } from './RenewSheet.tsx';
import styles from './consents.module.css';

const AHEAD_DAYS = ['14', '30', '90', '365'] as const;

/** Consents that have lapsed, are about to, or are to be asked about again; one press renews. */
export function RenewalList(): ReactNode {
  const { t } = useTranslation('consents');
  const [days, setDays] = useState<(typeof AHEAD_DAYS)[number]>('30');
  const [renewed, setRenewed] = useState<DueConversation | null>(null);
  const due = useCall(
    client.consents.dueForReview,
    { until: localTodayPlus(Number(days)) },
    { keepPrevious: true },
  );
  const sections = dueSections(due.data ?? [], localToday());
  return (
    <>
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
      <ErrorNotice error={due.error} onRetry={() => void due.refetch()} />
      {due.data === undefined && due.error === null && <Skeleton lines={6} />}
      {due.data?.length === 0 && (
        <EmptyState
          icon={CalendarCheck}
          title={t('due.emptyTitle')}
          actions={<ButtonLink to="/contacts">{t('due.emptyAction')}</ButtonLink>}
        >
          {t('due.emptyBody')}
        </EmptyState>
      )}
      {sections.map(({ name, conversations }) => (
        <section key={name} aria-labelledby={`due-${name}`} className={styles['dueSection']}>
          <h2 id={`due-${name}`}>{t(`due.section.${name}`)}</h2>
          <ul className={styles['due']}>
            {conversations.map((one) => (
              <DueEntry key={one.key} conversation={one} onRenew={() => setRenewed(one)} />
            ))}
          </ul>
        </section>
      ))}
      {renewed !== null && <RenewSheet conversation={renewed} onClose={() => setRenewed(null)} />}
    </>
  );
}

interface DueEntryProps {
  readonly conversation: DueConversation;
  readonly onRenew: () => void;
}

function DueEntry({ conversation, onRenew }: DueEntryProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const { contactId, contactLabel, entries } = conversation;
  return (
    <li>
      <Link to="/contacts/$id" params={{ id: contactId }} search={{ tab: 'consent' }} dir="auto">
        {contactLabel}
      </Link>
      <ul className={styles['dueWhat']}>
        {entries.map(({ eventId, purpose, audience }) => (
          <li key={eventId}>
            {t('events.what', {
              purpose: label('purpose', purpose),
              audience: t(`audienceInSentence.${audience}`),
            })}
          </li>
        ))}
      </ul>
      <DuePill due={conversation} />
      <Button
        size="sm"
        icon={RotateCcw}
        aria-label={t('renew.named', { name: contactLabel })}
        onPress={onRenew}
      >
        {t(conversation.decision === 'given' ? 'renew.button' : 'renew.askAgain')}
      </Button>
    </li>
  );
}

function DuePill({ due }: { readonly due: Pick<ConsentDue, 'on' | 'why'> }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const isPast = due.on < localToday();
  const date = format.date(due.on);
  return (
    <StatusPill
      icon={due.why === 'expires' ? Hourglass : RotateCcw}
      tone={isPast ? 'danger' : 'neutral'}
    >
      {due.why === 'expires'
        ? t(isPast ? 'due.overdueExpires' : 'due.expires', { date })
        : t(isPast ? 'due.overdueReview' : 'due.review', { date })}
    </StatusPill>
  );
}
