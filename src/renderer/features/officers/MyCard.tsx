import { useState, type ReactNode } from 'react';
import { Download, IdCard, KeyRound, Printer, QrCode as QrCodeIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { showToast } from '../../components/toasts.tsx';
import { CardCodeDialog } from './CardCodeDialog.tsx';
import { CardSheet } from './CardSheet.tsx';
import { EarlierKeys } from './EarlierKeys.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { RotateDialog } from './RotateDialog.tsx';
import styles from './officers.module.css';

/**
 * One's own card, to give away as a file, on paper or as a code on the screen; the fingerprint to
 * read out; and new keys in the place of these.
 */
export function MyCard(): ReactNode {
  const { t } = useTranslation('officers');
  const me = useCall(client.officers.me, {});
  const choose = useAsk(client.host.chooseFile);
  const exportCard = useAsk(client.officers.exportCard);
  const printCard = useAsk(client.officers.printCard);
  const [shown, setShown] = useState<'code' | 'rotate' | null>(null);
  const [printed, setPrinted] = useState<{ readonly code: string | null } | null>(null);

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
  const print = async (): Promise<void> => {
    const outcome = await printCard.ask({});
    if (outcome.ok) setPrinted(outcome.value);
  };

  return (
    <Card
      title={t('me.title')}
      icon={IdCard}
      actions={
        <>
          <Button icon={QrCodeIcon} onPress={() => setShown('code')}>
            {t('me.showCode')}
          </Button>
          <Button icon={Printer} isPending={printCard.pending} onPress={() => void print()}>
            {t('me.print')}
          </Button>
          <Button
            variant="primary"
            icon={Download}
            isPending={exportCard.pending}
            onPress={() => void save()}
          >
            {t('me.export')}
          </Button>
          <Menu
            label={t('me.more')}
            items={[
              {
                id: 'rotate',
                label: t('rotate.open'),
                icon: KeyRound,
                onAction: () => setShown('rotate'),
              },
            ]}
          />
        </>
      }
    >
      <ErrorNotice error={me.error ?? exportCard.failure ?? printCard.failure ?? choose.failure} />
      {me.data === undefined ? (
        me.error === null && <Skeleton lines={4} />
      ) : (
        <>
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
          <EarlierKeys label={t('me.earlierKeys')} keys={me.data.earlierKeys} />
          {shown === 'code' && <CardCodeDialog officer={me.data} onClose={() => setShown(null)} />}
          {shown === 'rotate' && <RotateDialog me={me.data} onClose={() => setShown(null)} />}
          {printed !== null && (
            <CardSheet officer={me.data} code={printed.code} onPrinted={() => setPrinted(null)} />
          )}
        </>
      )}
    </Card>
  );
}
