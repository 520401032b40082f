import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './officers.module.css';

/** One's own card as a code, large enough to be photographed off the screen. */
export function CardCodeDialog(props: {
  readonly officer: OfficerView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('officers');
  const { name, post, fingerprintWords } = props.officer;
  const card = useCall(client.officers.myCardCode, {});
  return (
    <Dialog kind="wide" isOpen isLookedAt onClose={props.onClose} title={t('code.title')}>
      <p>{t('code.intro')}</p>
      <div className={styles['code']}>
        <div>
          <ErrorNotice error={card.error} />
          {card.data === undefined ? (
            card.error === null && <Skeleton lines={6} />
          ) : card.data.code === null ? (
            <Banner tone="warning">{t('code.tooLong')}</Banner>
          ) : (
            <QrCode text={card.data.code} label={t('code.label', { name })} />
          )}
        </div>
        <div>
          <p className={styles['name']}>
            <bdi>{name}</bdi>
          </p>
          <p className={styles['muted']}>
            <bdi>{post}</bdi>
          </p>
          <h3 className={styles['codeWords']}>{t('me.fingerprint')}</h3>
          <Fingerprint name={name} words={fingerprintWords} />
        </div>
      </div>
    </Dialog>
  );
}
