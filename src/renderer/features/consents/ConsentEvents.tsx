import type { ReactNode } from 'react';
import { Ban, CircleCheck, CircleX, Hourglass, MessageSquareQuote, RotateCcw } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConsentEventRow } from '../../../shared/contract/consents.ts';
import type { ConsentDecision } from '../../../shared/model/vocabulary/consent.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordFiles } from '../../components/files/RecordFiles.tsx';
import { Badge, StatusPill, type Tone } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { eventGroups, type EventGroup } from './event-groups.ts';
import { Withholdings } from './Withholdings.tsx';
import styles from './consents.module.css';

const LOOK: Record<ConsentDecision, { readonly icon: typeof Ban; readonly tone: Tone }> = {
  given: { icon: CircleCheck, tone: 'positive' },
  refused: { icon: CircleX, tone: 'danger' },
  withdrawn: { icon: Ban, tone: 'danger' },
};

export interface ConsentEventsProps {
  readonly events: readonly ConsentEventRow[];
  readonly evidence: readonly Attachment[];
  readonly onRenew: (eventIds: readonly string[]) => void;
}

/** Every decision ever recorded, newest first; one conversation is one entry. */
export function ConsentEvents({ events, evidence, onRenew }: ConsentEventsProps): ReactNode {
  const { t } = useTranslation('consents');
  if (events.length === 0) {
    return (
      <EmptyState icon={MessageSquareQuote} title={t('events.emptyTitle')} isCompact>
        {t('events.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <ol className={styles['events']}>
      {eventGroups(events).map((group) => (
        <EventEntry
          key={group.key}
          group={group}
          files={evidence.filter((file) => group.ids.includes(file.ownerId))}
          onRenew={() => onRenew(group.ids)}
        />
      ))}
    </ol>
  );
}

interface EventEntryProps {
  readonly group: EventGroup;
  readonly files: readonly Attachment[];
  readonly onRenew: () => void;
}

function EventEntry({ group, files, onRenew }: EventEntryProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  const { event, pairs } = group;
  const { icon, tone } = LOOK[event.decision];
  const audiences = (list: EventGroup['pairs'][number]['audiences']): string =>
    format.list(list.map((audience) => t(`audienceInSentence.${audience}`)));
  const spoken = [
    label('consentChannel', event.how),
    event.language === null ? null : format.language(event.language),
    event.interpreter === null ? null : t('events.interpreter', { name: event.interpreter }),
  ].filter((part) => part !== null);

  return (
    <li className={styles['event']} data-superseded={event.superseded ? '' : undefined}>
      <div className={styles['eventHead']}>
        <StatusPill icon={icon} tone={tone}>
          {label('decision', event.decision)}
        </StatusPill>
        <time dateTime={event.decidedOn}>{format.date(event.decidedOn)}</time>
        <span>{event.proxy === null ? t('events.self') : <ProxyName proxy={event.proxy} />}</span>
        {group.isRenewal && (
          <StatusPill icon={RotateCcw} tone="accent">
            {t('events.renewal')}
          </StatusPill>
        )}
        {event.lapsed && event.expiresOn !== null && (
          <StatusPill icon={Hourglass} tone="warning">
            {t('events.lapsed', { date: format.date(event.expiresOn) })}
          </StatusPill>
        )}
        {event.superseded && (
          <Badge>{t(group.isRenewed ? 'events.renewed' : 'events.superseded')}</Badge>
        )}
        {!event.superseded && event.decision === 'given' && (
          <Button size="sm" variant="quiet" icon={RotateCcw} onPress={onRenew}>
            {t('renew.button')}
          </Button>
        )}
      </div>
      <ul className={styles['pairs']}>
        {pairs.map((pair) => (
          <li key={pair.purpose}>
            {t('events.what', {
              purpose: label('purpose', pair.purpose),
              audience: audiences(pair.audiences),
            })}
          </li>
        ))}
      </ul>
      {event.conditions !== '' && (
        <p dir="auto" className={styles['conditions']}>
          {t('events.conditions', { conditions: event.conditions })}
        </p>
      )}
      <Withholdings of={event} />
      {event.proxy !== null && (
        <>
          <p dir="auto">{t('events.why', { why: event.proxy.whyNotSelf })}</p>
          <p dir="auto">{t('events.reached', { how: event.proxy.reachedHow })}</p>
        </>
      )}
      {event.note !== '' && <p dir="auto">{event.note}</p>}
      <p className={styles['eventNotes']}>
        <bdi>{spoken.join(' · ')}</bdi>
        {event.decision === 'given' && (
          <span>
            {event.expiresOn === null
              ? t('events.noExpiry')
              : t('events.until', { date: format.date(event.expiresOn) })}
          </span>
        )}
        {event.reviewOn !== null && (
          <span>{t('events.review', { date: format.date(event.reviewOn) })}</span>
        )}
        <bdi>
          {t('events.recorded', { by: event.recordedBy, date: format.instant(event.recordedAt) })}
        </bdi>
      </p>
      <Disclosure label={t('evidence.title', { count: files.length })}>
        <RecordFiles ownerType="consent-event" ownerId={event.id} files={files} canChange />
      </Disclosure>
    </li>
  );
}

function ProxyName({
  proxy,
}: {
  readonly proxy: NonNullable<ConsentEventRow['proxy']>;
}): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const words = t('events.proxy', {
    name: proxy.name ?? t('events.proxyContact'),
    relation: label('proxyRelation', proxy.relation),
  });
  if (proxy.contactId === null) return <bdi>{words}</bdi>;
  return (
    <Link to="/contacts/$id" params={{ id: proxy.contactId }} dir="auto">
      {words}
    </Link>
  );
}
