import type { ReactNode } from 'react';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/officers.ts';
import { Avatar } from '../../components/Avatar.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { EarlierKeys } from './EarlierKeys.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { OtherCard } from './OtherCard.tsx';
import { TrustPill } from './TrustPill.tsx';
import { useTrustGround } from './use-trust-ground.ts';
import styles from './officers.module.css';

export interface OfficerEntryProps {
  readonly officer: OfficerView;
  readonly onVerify: () => void;
  readonly onRevoke: () => void;
  readonly onVerifyOther: () => void;
  readonly onDropOther: () => void;
}

/** Another officer's card: whose, how far it is trusted and why, and its fingerprint on demand. */
export function OfficerEntry(props: OfficerEntryProps): ReactNode {
  const { officer, onVerify, onRevoke } = props;
  const { t } = useTranslation(['officers', 'bundles']);
  const format = useFormat();
  const groundOf = useTrustGround();
  const { name, trust, revocation } = officer;
  const ground = groundOf(officer);
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
            {t('list.issued', { date: format.instant(officer.cardIssuedAt) })}
          </p>
        </div>
        {trust === 'unverified' && (
          <Button size="sm" icon={ShieldCheck} onPress={onVerify}>
            {t('list.verify', { name })}
          </Button>
        )}
        <Menu
          label={t('list.more', { name })}
          items={[
            ...(trust === 'unverified'
              ? []
              : [
                  {
                    id: 'verify',
                    label: t('list.verifyAgain', { name }),
                    icon: ShieldCheck,
                    onAction: onVerify,
                  },
                ]),
            ...(trust === 'revoked'
              ? []
              : [
                  {
                    id: 'revoke',
                    label: t('list.revoke', { name }),
                    icon: ShieldOff,
                    isDangerous: true,
                    onAction: onRevoke,
                  },
                ]),
          ]}
        />
      </div>
      {ground !== null && <p className={styles['note']}>{ground}</p>}
      {(trust === 'unverified' || trust === 'revoked') && (
        <p className={styles['note']}>{t(`bundles:trustLong.${trust}`)}</p>
      )}
      {revocation !== null && revocation.note !== '' && (
        <p className={styles['note']} dir="auto">
          {revocation.note}
        </p>
      )}
      {officer.namesakes > 0 && (
        <Banner tone="warning">{t('list.namesakes', { count: officer.namesakes })}</Banner>
      )}
      <OtherCard officer={officer} onVerify={props.onVerifyOther} onDrop={props.onDropOther} />
      {officer.note !== '' && (
        <p className={styles['note']} dir="auto">
          {officer.note}
        </p>
      )}
      <Disclosure label={t('list.fingerprint', { name })}>
        <Fingerprint name={name} words={officer.fingerprintWords} />
      </Disclosure>
      <EarlierKeys label={t('list.earlierKeys', { name })} keys={officer.earlierKeys} />
    </li>
  );
}
