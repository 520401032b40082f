import { useState, type ReactNode } from 'react';
import { IdCard, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OfficerView } from '../../../shared/contract/bundles.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page, PageHeader } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { MyCard } from './MyCard.tsx';
import { OfficerEntry } from './OfficerEntry.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { useTakeInCard } from './use-take-in-card.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';
import styles from './officers.module.css';

/** One's own card to give away, and the cards of others: verified by voice or in person. */
export function OfficersPage(): ReactNode {
  const { t } = useTranslation('officers');
  const list = useCall(client.officers.list, {});
  const card = useTakeInCard();
  const [verified, setVerified] = useState<OfficerView | null>(null);
  const [revoked, setRevoked] = useState<OfficerView | null>(null);
  const others = list.data?.filter((officer) => officer.trust !== 'self');

  return (
    <Page>
      <PageHeader title={t('title')} lead={t('intro')} actions={card.buttons} />
      <div className={styles['column']}>
        {card.notice}
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
