import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../../shared/model/partner.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { Badge } from '../StatusPill.tsx';
import styles from './partners.module.css';

/** Who acts with us, and what each of them does. */
export function PartnerList({ partners }: { readonly partners: readonly Partner[] }): ReactNode {
  const { t } = useTranslation('partners');
  const label = useLabel();
  if (partners.length === 0) return <p className={styles['none']}>{t('none')}</p>;
  return (
    <ul className={styles['list']}>
      {partners.map((partner) => (
        <li key={partner.id}>
          {partner.contactId === null ? (
            <bdi>{partner.name}</bdi>
          ) : (
            <Link to="/contacts/$id" params={{ id: partner.contactId }} dir="auto">
              {partner.name}
            </Link>
          )}
          <Badge>{label('partnerRole', partner.role)}</Badge>
        </li>
      ))}
    </ul>
  );
}
