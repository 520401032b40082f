import { useState, type ReactNode } from 'react';
import { Download, IdCard, QrCode as QrCodeIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { showToast } from '../../components/toasts.tsx';
import { CardCodeDialog } from './CardCodeDialog.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import styles from './officers.module.css';

/** One's own card, to give away as a file or to show as a code, and the fingerprint to read out. */
export function MyCard(): ReactNode {
  const { t } = useTranslation('officers');
  const me = useCall(client.officers.me, {});
  const choose = useAsk(client.host.chooseFile);
  const exportCard = useAsk(client.officers.exportCard);
  const [isCodeShown, setCodeShown] = useState(false);

  const save = async (): Promise<void> => {
    exportCard.dismiss();
    const file = await choose.ask({
      purpose: 'save-card',
      suggestedName: 'steady-state-officer-card.json',
    });
    if (!file.ok) return;
    const outcome = await exportCard.ask({ file: file.value.token });
    if (outcome.ok) showToast({ title: t('me.exported'), detail: file.value.name });
  };

  return (
    <Card
      title={t('me.title')}
      icon={IdCard}
      actions={
        <>
          <Button icon={QrCodeIcon} onPress={() => setCodeShown(true)}>
            {t('me.showCode')}
          </Button>
          <Button
            variant="primary"
            icon={Download}
            isPending={exportCard.pending}
            onPress={() => void save()}
          >
            {t('me.export')}
          </Button>
        </>
      }
    >
      <ErrorNotice error={me.error ?? exportCard.failure ?? choose.failure} />
      {me.data === undefined ? (
        me.error === null && <Skeleton lines={4} />
      ) : (
        <div className={styles['me']}>
          <div>
            <p className={styles['name']}>
              <bdi>{me.data.name}</bdi>
            </p>
            <p className={styles['muted']}>
              <bdi>{me.data.post}</bdi>
            </p>
            <p className={styles['note']}>{t('me.body')}</p>
          </div>
          <div>
            <h3 className={styles['subhead']}>{t('me.fingerprint')}</h3>
            <Fingerprint name={me.data.name} words={me.data.fingerprintWords} />
            <p className={styles['note']}>{t('me.fingerprintHint')}</p>
          </div>
        </div>
      )}
      {isCodeShown && me.data !== undefined && (
        <CardCodeDialog officer={me.data} onClose={() => setCodeShown(false)} />
      )}
    </Card>
  );
}
