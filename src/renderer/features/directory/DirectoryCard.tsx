import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { HandHelping } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectoryRow } from '../../../shared/contract/directory.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { EntryFacts } from './EntryFacts.tsx';
import styles from './directory.module.css';

/** One organisation of the directory, and the way to refer somebody to it. */
export function DirectoryCard({ row }: { readonly row: DirectoryRow }): ReactNode {
  const { t } = useTranslation('directory');
  const label = useLabel();
  const format = useFormat();
  const where = [
    row.organisationType && label('organisationType', row.organisationType),
    row.locality,
    row.country && format.country(row.country),
  ].filter((part) => part !== null && part !== '');
  return (
    <li className={styles['card']}>
      <div className={styles['head']}>
        <h2 className={styles['name']}>
          <Link to="/contacts/$id" params={{ id: row.id }}>
            <bdi>{row.label}</bdi>
          </Link>
        </h2>
        {where.length > 0 && (
          <p className={styles['muted']}>
            <bdi>{where.join(' · ')}</bdi>
          </p>
        )}
      </div>
      <EntryFacts entry={row} languages={row.languages} />
      <div className={styles['foot']}>
        <Referrals referrals={row.referrals} />
        <ButtonLink
          to="/actions/new"
          search={{ type: 'ngo-referral', organisation: row.id }}
          size="sm"
          icon={HandHelping}
          aria-label={t('referTo', { name: row.label })}
        >
          {t('refer')}
        </ButtonLink>
      </div>
    </li>
  );
}

/** What came of referrals, in words. */
function Referrals({ referrals }: Pick<DirectoryRow, 'referrals'>): ReactNode {
  const { t } = useTranslation('directory');
  const { made, helped, waiting, declined } = referrals;
  if (made === 0) return <p className={styles['muted']}>{t('referrals.none')}</p>;
  const parts = [
    t('referrals.made', { count: made }),
    ...(helped > 0 ? [t('referrals.helped', { count: helped })] : []),
    ...(waiting > 0 ? [t('referrals.waiting', { count: waiting })] : []),
    ...(declined > 0 ? [t('referrals.declined', { count: declined })] : []),
  ];
  return <p className={styles['muted']}>{parts.join(' · ')}</p>;
}
