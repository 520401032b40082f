import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { AlarmClock, BellRing, CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RhythmRow } from '../../../shared/contract/rhythm.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { ButtonLink } from '../../components/Button.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { STAND_LOOKS, standOfRow } from '../rhythm/stand-looks.ts';
import { TodayList } from './TodayList.tsx';
import styles from './TodayPage.module.css';

export interface ContactsWaitingProps {
  /** Those who have gone quiet, or those whose contact is late. */
  readonly which: 'quiet' | 'overdue';
  readonly section: { readonly total: number; readonly rows: readonly RhythmRow[] };
}

/** Contacts who wait for us, or we for them, each with the way to log the contact. */
export function ContactsWaiting({ which, section }: ContactsWaitingProps): ReactNode {
  const { t } = useTranslation('today');
  return (
    <TodayList
      title={t(which)}
      icon={which === 'quiet' ? BellRing : AlarmClock}
      {...section}
      keyOf={(row) => row.id}
      actions={
        <ButtonLink to="/rhythm" search={{ filter: which }} variant="quiet" size="sm">
          {t('seeAll')}
        </ButtonLink>
      }
      render={(row) => <Waiting row={row} />}
    />
  );
}

function Waiting({ row }: { readonly row: RhythmRow }): ReactNode {
  const { t } = useTranslation(['today', 'rhythm']);
  const format = useFormat();
  const stand = standOfRow(row);
  const { icon, tone } = STAND_LOOKS[stand];
  const last =
    row.lastContactOn === null
      ? t('neverMet')
      : t('lastContact', { when: format.relativeDate(row.lastContactOn) });
  const notes = [
    ...(row.attempts === 0 ? [] : [t('rhythm:row.attempts', { count: row.attempts })]),
    ...(row.remote ? [t('rhythm:row.remote')] : []),
    // How long the silence lasts says when the last contact was.
    ...(row.silence === 'none' ? [last] : []),
  ];
  if (notes.length === 0) notes.push(last);
  return (
    <>
      <Avatar name={row.label} kind={row.kind} photo={row.photo} />
      <span className={styles['words']}>
        <Link to="/contacts/$id" params={{ id: row.id }} className={styles['main']}>
          <bdi>{row.label}</bdi>
        </Link>
        <span className={styles['note']}>{notes.join(' · ')}</span>
      </span>
      <StatusPill icon={icon} tone={tone} isPlain>
        {t(`rhythm:rowStand.${stand}`, {
          when: row.nextOn === null ? '' : format.relativeDate(row.nextOn),
          days: row.silentDays ?? 0,
          count: row.overdueDays,
        })}
      </StatusPill>
      <ButtonLink
        to="/meetings/new"
        search={{ contact: row.id }}
        variant="quiet"
        size="sm"
        icon={CalendarPlus}
        aria-label={t('logFor', { name: row.label })}
        title={t('logFor', { name: row.label })}
      />
    </>
  );
}
