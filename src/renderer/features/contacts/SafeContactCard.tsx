import type { ReactNode } from 'react';
import { Ban, Clock, ClockAlert, LifeBuoy, ShieldCheck, Star } from 'lucide-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ContactPage } from '../../../shared/contract/contacts.ts';
import type { ContactMethod } from '../../../shared/model/contact.ts';
import { isSafeNow } from '../../../shared/model/safe-hours.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { localToday } from '../../i18n/local-today.ts';
import { METHOD_ICONS } from './method-icon.ts';
import { closeOnes } from './close-ones.ts';
import { useTheirTime } from './their-time.ts';
import styles from './ContactPage.module.css';

/**
 * How to reach the contact without harm, above everything else on the page. What must never be
 * used comes first, and is never offered among the ways.
 */
export function SafeContactCard({ page }: { readonly page: ContactPage }): ReactNode {
  const { contact } = page;
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const label = useLabel();
  const theirTime = useTheirTime(page.timeZone);
  const close = closeOnes(page.relationships, localToday());
  const never = contact.methods.filter((method) => method.neverUse);
  const safe = contact.methods
    .filter((method) => !method.neverUse)
    .sort((a, b) => Number(b.preferred) - Number(a.preferred));

  return (
    <section className={styles['safe']} aria-label={t('safe.title')}>
      {never.length > 0 && (
        <div className={styles['never']} role="group" aria-label={t('safe.never')}>
          <p className={styles['neverTitle']}>
            <Ban aria-hidden />
            {t('safe.never')}
          </p>
          <ul className={styles['neverList']}>
            {never.map((method) => (
              <li key={method.id}>
                <span className={styles['neverValue']}>
                  {label('methodKind', method.kind)} <bdi>{method.value}</bdi>
                </span>
                {method.note !== null && (
                  <span className={styles['neverNote']}>
                    {' · '}
                    <bdi>{method.note}</bdi>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles['safeBody']}>
        <div>
          <h2 className={styles['safeTitle']}>
            <ShieldCheck aria-hidden />
            {t('safe.use')}
          </h2>
          {safe.length === 0 ? (
            <p className={styles['muted']}>
              {t('safe.none')}{' '}
              <ButtonLink
                to="/contacts/$id/edit"
                params={{ id: contact.id }}
                variant="quiet"
                size="sm"
              >
                {t('safe.add')}
              </ButtonLink>
            </p>
          ) : (
            <ul className={styles['methods']}>
              {safe.map((method) => (
                <Method key={method.id} method={method} now={theirTime?.wallClock ?? null} />
              ))}
            </ul>
          )}
        </div>
        <div className={styles['side']}>
          {theirTime !== null && (
            <div>
              <p className={styles['label']}>{t('safe.theirTime')}</p>
              <p className={styles['theirTime']}>
                <Clock aria-hidden />
                <time dateTime={theirTime.wallClock}>{theirTime.words}</time>
                <span className={styles['muted']}>{theirTime.offset}</span>
              </p>
            </div>
          )}
          {contact.coverPhrase !== null && (
            <div>
              <p className={styles['label']}>{t('safe.cover')}</p>
              <p className={styles['cover']} dir="auto">
                “{contact.coverPhrase}”
              </p>
            </div>
          )}
          {contact.languages.length > 0 && (
            <div>
              <p className={styles['label']}>{t('safe.languages')}</p>
              <p>{format.list(contact.languages.map((tag) => format.language(tag)))}</p>
            </div>
          )}
          {close.length > 0 && (
            <div>
              <p className={styles['label']}>{t('safe.close')}</p>
              <ul className={styles['close']}>
                {close.map(({ id, label: name, type }) => (
                  <li key={`${id} ${type}`}>
                    <LifeBuoy aria-hidden />
                    <Link to="/contacts/$id" params={{ id }}>
                      <bdi>{name}</bdi>
                    </Link>
                    <span className={styles['muted']}>{t(`safe.closeAs.${type}`)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

function Method(props: {
  readonly method: ContactMethod;
  /** Their time on the clock; null where it is not known. */
  readonly now: string | null;
}): ReactNode {
  const { method, now } = props;
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const Icon = METHOD_ICONS[method.kind];
  const isSafe = isSafeNow(method.safeHours, now);
  return (
    <li className={styles['method']}>
      <Icon aria-hidden />
      <span className={styles['methodMain']}>
        <span className={styles['methodKind']}>{label('methodKind', method.kind)}</span>
        <bdi>{method.value}</bdi>
        {method.preferred && (
          <StatusPill icon={Star} tone="positive">
            {t('safe.preferred')}
          </StatusPill>
        )}
        {isSafe !== null && (
          <StatusPill icon={isSafe ? Clock : ClockAlert} tone={isSafe ? 'positive' : 'warning'}>
            {t(isSafe ? 'safe.now' : 'safe.notNow')}
          </StatusPill>
        )}
      </span>
      <span className={styles['methodMore']}>
        {method.safeHours === null
          ? t('safe.anyTime')
          : t('safe.hours', { hours: method.safeHours })}
        {method.note !== null && (
          <>
            {' · '}
            <bdi>{method.note}</bdi>
          </>
        )}
      </span>
    </li>
  );
}
