import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import type { MeetingLog } from '../../../shared/model/meeting-log.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Card } from '../../components/Card.tsx';
import { FactList } from '../../components/FactList.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { useMonths } from '../../i18n/use-months.ts';
import { offsetName } from './wall-clock.ts';
import styles from './meetings.module.css';

export interface MeetingFactsProps {
  readonly meeting: MeetingLog;
  readonly row: MeetingRow;
}

/** When, where, how and in which language a meeting was, and who was there. */
export function MeetingFacts({ meeting, row }: MeetingFactsProps): ReactNode {
  const { t } = useTranslation('meetings');
  const label = useLabel();
  const format = useFormat();
  const { locale } = useMonths();
  const names = new Map(row.contacts.map((contact) => [contact.id, contact.label]));
  const spoken = [
    meeting.language === null ? null : format.language(meeting.language),
    meeting.interpreter === null ? null : t('read.interpretedBy', { name: meeting.interpreter }),
  ].filter((part) => part !== null);

  return (
    <aside className={styles['column']}>
      <Card title={t('form.what')}>
        <FactList
          facts={[
            {
              label: t('read.when'),
              value: (
                <>
                  {format.localDateTime(meeting.startedAt)}
                  <span className={styles['fileNote']}>
                    {` ${offsetName(meeting.startedAt, meeting.timeZone, locale)}, ${meeting.timeZone.replaceAll('_', ' ')}`}
                  </span>
                  {meeting.durationMinutes !== null && (
                    <div>{t('read.minutes', { count: meeting.durationMinutes })}</div>
                  )}
                </>
              ),
            },
            { label: t('read.channel'), value: label('meetingChannel', meeting.channel) },
            {
              label: t('read.where'),
              value: meeting.place === null ? null : <bdi>{meeting.place}</bdi>,
            },
            {
              label: t('read.language'),
              value: spoken.length === 0 ? null : <bdi>{spoken.join(' · ')}</bdi>,
            },
          ]}
        />
        {meeting.sealedAt !== null && (
          <p className={styles['sealed']}>
            {t('read.sealedAt', { date: format.instant(meeting.sealedAt) })}
          </p>
        )}
      </Card>
      <Card title={t('read.who')}>
        <ul className={styles['people']}>
          {meeting.participants.map((person, index) => {
            const name =
              person.contactId === null
                ? person.name
                : (names.get(person.contactId) ?? person.name);
            return (
              <li key={person.contactId ?? `${index}`} className={styles['person']}>
                <Avatar name={name ?? ''} />
                <span>
                  {person.contactId === null ? (
                    <bdi>{name}</bdi>
                  ) : (
                    <Link to="/contacts/$id" params={{ id: person.contactId }} dir="auto">
                      {name ?? t('form.someone')}
                    </Link>
                  )}
                  <small>{label('participantRole', person.role)}</small>
                </span>
              </li>
            );
          })}
        </ul>
      </Card>
    </aside>
  );
}
