import type { ReactNode } from 'react';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { TrustPill } from './TrustPill.tsx';
import styles from './officers.module.css';

export interface OfficerEntryProps {
  readonly officer: OfficerView;
  readonly onVerify: () => void;
  readonly onRevoke: () => void;
}

/** Another officer's card: whose, how far it is trusted and why, and its fingerprint on demand. */
export function OfficerEntry({ officer, onVerify, onRevoke }: OfficerEntryProps): ReactNode {
  const { t } = useTranslation(['officers', 'bundles']);
  const label = useLabel();
  const format = useFormat();
  const { name, trust } = officer;
  return (
    <li className={styles['officer']}>
      <div className={styles['officerHead']}>
        <Avatar name={name} />
        <div className={styles['who']}>
          <p className={styles['name']}>
            <bdi>{name}</bdi>
            <TrustPill trust={trust} />
          </p>
          <p className={styles['muted']}>
            <bdi>{officer.post}</bdi>
            {' · '}
            {officer.verifiedHow !== null && officer.verifiedOn !== null
              ? t('list.verifiedOn', {
                  how: label('verifiedHow', officer.verifiedHow).toLocaleLowerCase(),
                  date: format.date(officer.verifiedOn),
                })
              : t('list.issued', { date: format.instant(officer.cardIssuedAt) })}
          </p>
        </div>
        {trust === 'unverified' && (
          <Button size="sm" icon={ShieldCheck} onPress={onVerify}>
            {t('list.verify', { name })}
          </Button>
        )}
        {trust !== 'revoked' && (
          <Menu
            items={[
              ...(trust === 'verified'
                ? [
                    {
                      id: 'verify',
                      label: t('list.verifyAgain', { name }),
                      icon: ShieldCheck,
                      onAction: onVerify,
                    },
                  ]
                : []),
              {
                id: 'revoke',
                label: t('list.revoke', { name }),
                icon: ShieldOff,
                isDangerous: true,
                onAction: onRevoke,
              },
            ]}
          />
        )}
      </div>
      {officer.namesakes > 0 && (
        <Banner tone="warning">{t('list.namesakes', { count: officer.namesakes })}</Banner>
      )}
      {(trust === 'unverified' || trust === 'revoked') && (
        <p className={styles['note']}>{t(`bundles:trustLong.${trust}`)}</p>
      )}
      {officer.note !== '' && (
        <p className={styles['note']} dir="auto">
          {officer.note}
        </p>
      )}
      <Disclosure label={t('list.fingerprint', { name })}>
        <Fingerprint name={name} words={officer.fingerprintWords} />
      </Disclosure>
    </li>
  );
}
