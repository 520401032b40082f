import type { ReactNode } from 'react';
import { Ban, ShieldCheck, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactMethod } from '../../../shared/model/contact.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { METHOD_ICONS } from './method-icon.ts';
import styles from './ContactPage.module.css';

/**
 * How to reach the contact without harm, above everything else on the page. What must never be
 * used comes first, and is never offered among the ways.
 */
export function SafeContactCard({ contact }: { readonly contact: Contact }): ReactNode {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const label = useLabel();
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
                <Method key={method.id} method={method} />
              ))}
            </ul>
          )}
        </div>
        <div className={styles['side']}>
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
        </div>
      </div>
    </section>
  );
}

function Method({ method }: { readonly method: ContactMethod }): ReactNode {
  const { t } = useTranslation('contacts');
  const label = useLabel();
  const Icon = METHOD_ICONS[method.kind];
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
