import { useState, type ReactNode } from 'react';
import { Download, FileInput, IdCard, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { showToast } from '../../components/toasts.tsx';
import { useUndoToast } from '../../components/use-undo-toast.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { OfficerEntry } from './OfficerEntry.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';
import styles from './officers.module.css';

/** One's own card to give away, and the cards of others: verified by voice or in person. */
export function OfficersPage(): ReactNode {
  const { t } = useTranslation('officers');
  const list = useCall(client.officers.list, {});
  const choose = useAsk(client.host.chooseFile);
  const importCard = useAsk(client.officers.importCard);
  const done = useUndoToast();
  const [verified, setVerified] = useState<OfficerView | null>(null);
  const [revoked, setRevoked] = useState<OfficerView | null>(null);
  const others = list.data?.filter((officer) => officer.trust !== 'self');

  const takeIn = async (): Promise<void> => {
    importCard.dismiss();
    const file = await choose.ask({ purpose: 'open-card' });
    if (!file.ok) return;
    const outcome = await importCard.ask({ file: file.value.token });
    if (outcome.ok) done(t('imported'), outcome.value.changeSetId);
  };
  const importButton = (
    <Button icon={FileInput} isPending={importCard.pending} onPress={() => void takeIn()}>
      {t('import')}
    </Button>
  );

  return (
    <Page>
      <PageHeader title={t('title')} lead={t('intro')} actions={importButton} />
      <div className={styles['column']}>
        <ErrorNotice
          error={importCard.failure ?? choose.failure}
          onDismiss={() => {
            importCard.dismiss();
            choose.dismiss();
          }}
        />
        <MyCard />
        <Card title={t('list.title')} icon={Users}>
          <ErrorNotice error={list.error} />
          {others === undefined ? (
            list.error === null && <Skeleton lines={4} />
          ) : others.length === 0 ? (
            <EmptyState icon={IdCard} title={t('list.emptyTitle')} isCompact>
              {t('list.emptyBody')}
            </EmptyState>
          ) : (
            <ul className={styles['officers']} aria-label={t('list.label')}>
              {others.map((officer) => (
                <OfficerEntry
                  key={officer.id}
                  officer={officer}
                  onVerify={() => setVerified(officer)}
                  onRevoke={() => setRevoked(officer)}
                />
              ))}
            </ul>
          )}
        </Card>
      </div>
      {verified !== null && (
        <VerifyDialog
          officer={verified}
          onClose={() => setVerified(null)}
          onDiffers={() => {
            setRevoked(verified);
            setVerified(null);
          }}
        />
      )}
      {revoked !== null && <RevokeDialog officer={revoked} onClose={() => setRevoked(null)} />}
    </Page>
  );
}

function MyCard(): ReactNode {
  const { t } = useTranslation('officers');
  const me = useCall(client.officers.me, {});
  const choose = useAsk(client.host.chooseFile);
  const exportCard = useAsk(client.officers.exportCard);

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
        <Button
          variant="primary"
          icon={Download}
          isPending={exportCard.pending}
          onPress={() => void save()}
        >
          {t('me.export')}
        </Button>
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
    </Card>
  );
}
