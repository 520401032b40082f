import { useState, type ReactNode } from 'react';
import { History, MessageSquareQuote, Plus, Scale, TableProperties } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { CallBacks } from './CallBacks.tsx';
import { ConsentEvents } from './ConsentEvents.tsx';
import { ConsentMatrix } from './ConsentMatrix.tsx';
import { DecisionSheet } from './DecisionSheet.tsx';
import type { DecisionStart } from './form-values.ts';
import { StandingSummary } from './StandingSummary.tsx';
import styles from './consents.module.css';

/** What may be done for a contact, who may know, until when; a panel of the contact page. */
export function ContactConsent({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const consents = useCall(client.consents.ofContact, { contactId });
  const [start, setStart] = useState<DecisionStart | null>(null);

  if (consents.error !== null) {
    return <ErrorNotice error={consents.error} onRetry={() => void consents.refetch()} />;
  }
  if (consents.data === undefined) return <Skeleton lines={6} />;
  const { events, standing, legitimateBasis, evidence, callBacks } = consents.data;
  const renew = (ids: readonly string[]): void =>
    setStart({ renews: events.filter((event) => ids.includes(event.id)) });
  return (
    <div className={styles['column']}>
      <CallBacks callBacks={callBacks} />
      {legitimateBasis !== null && (
        <Banner
          tone="info"
          icon={Scale}
          title={t('basis.title', { ground: label('legitimateGround', legitimateBasis.ground) })}
        >
          <p dir="auto">{legitimateBasis.explanation}</p>
          <p className={styles['muted']}>{t('basis.note')}</p>
        </Banner>
      )}
      <Card
        title={t('summary.title')}
        icon={MessageSquareQuote}
        actions={
          <Button variant="primary" icon={Plus} onPress={() => setStart({})}>
            {t('record.title')}
          </Button>
        }
      >
        <StandingSummary standing={standing} />
      </Card>
      <Card title={t('matrix.title')} icon={TableProperties}>
        <ConsentMatrix
          standing={standing}
          basis={legitimateBasis}
          onRecord={setStart}
          onRenew={(id) => renew([id])}
        />
      </Card>
      <Card title={t('events.title')} icon={History}>
        <ConsentEvents events={events} evidence={evidence} onRenew={renew} />
      </Card>
      <DecisionSheet contactId={contactId} start={start} onClose={() => setStart(null)} />
    </div>
  );
}
