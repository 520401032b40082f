import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CircleSlash, Gavel, HandHeart, Handshake, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { calls } from '../../../shared/contract/contract.ts';
import type { ResultOf } from '../../../shared/contract/define.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { DuePill } from '../../components/status-pills.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { TodayList } from './TodayList.tsx';
import styles from './TodayPage.module.css';

type Overview = ResultOf<typeof calls.today.overview>;
interface Section<Name extends keyof Overview> {
  readonly section: Overview[Name];
}

export function Hearings({ section }: Section<'hearings'>): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <TodayList
      title={t('hearings')}
      icon={Gavel}
      {...section}
      keyOf={(row) => row.id}
      actions={
        <ButtonLink to="/calendar" variant="quiet" size="sm">
          {t('calendar')}
        </ButtonLink>
      }
      render={(row) => (
        <>
          <span className={styles['words']}>
            <Link to="/hearings/$id" params={{ id: row.id }} className={styles['main']}>
              <bdi>{row.title}</bdi>
            </Link>
            <span className={styles['note']}>
              <bdi>{row.contactLabel}</bdi>
              {' · '}
              <bdi>{row.court}</bdi>
            </span>
          </span>
          <span className={styles['when']}>
            <time dateTime={row.startsAt}>{format.localDateTime(row.startsAt)}</time>
            <span className={styles['note']}>{row.timeZone.replaceAll('_', ' ')}</span>
          </span>
        </>
      )}
    />
  );
}

export function Promises({ section }: Section<'promises'>): ReactNode {
  const { t } = useTranslation('today');
  return (
    <TodayList
      title={t('promises')}
      icon={Handshake}
      {...section}
      keyOf={(row) => row.id}
      actions={
        <ButtonLink to="/rhythm" search={{ tab: 'promises' }} variant="quiet" size="sm">
          {t('seeAll')}
        </ButtonLink>
      }
      render={(row) => (
        <>
          <span className={styles['words']}>
            <Link
              to="/meetings/$id"
              params={{ id: row.meetingLogId }}
              className={styles['main']}
              dir="auto"
            >
              {row.text}
            </Link>
            <span className={styles['note']}>
              <bdi>{t('to', { name: row.contactLabel })}</bdi>
            </span>
          </span>
          {row.state !== 'open' ? (
            <span className={styles['note']}>{t('notTold')}</span>
          ) : row.dueOn === null ? (
            <span className={styles['note']}>{t('noDate')}</span>
          ) : (
            <DuePill dueOn={row.dueOn} />
          )}
        </>
      )}
    />
  );
}

export function Consents({ section }: Section<'consents'>): ReactNode {
  const { t } = useTranslation('today');
  const label = useLabel();
  return (
    <TodayList
      title={t('consents')}
      icon={HandHeart}
      {...section}
      keyOf={(row) => `${row.contactId} ${row.purpose} ${row.audience} ${row.why}`}
      actions={
        <ButtonLink to="/consents" variant="quiet" size="sm">
          {t('seeAll')}
        </ButtonLink>
      }
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

/** Actions under way that lack a consent: by an override, which stays listed, or by nothing. */
export function WithoutConsent({ section }: Section<'withoutConsent'>): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <TodayList
      title={t('withoutConsent')}
      icon={ShieldAlert}
      {...section}
      keyOf={(row) => row.id}
      render={(row) => (
        <>
          <span className={styles['words']}>
            <Link to="/actions/$id" params={{ id: row.id }} className={styles['main']} dir="auto">
              {row.title}
            </Link>
            <span className={styles['note']}>
              <bdi>{format.list(row.contacts)}</bdi>
            </span>
          </span>
          <StatusPill
            icon={row.restsOn === 'override' ? ShieldAlert : CircleSlash}
            tone={row.restsOn === 'override' ? 'warning' : 'danger'}
            isPlain
          >
            {t(row.restsOn === 'override' ? 'onOverride' : 'lacksConsent')}
          </StatusPill>
        </>
      )}
    />
  );
}
