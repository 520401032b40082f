import { useState, type ReactNode } from 'react';
import { History, MessageSquareQuote, Plus, TableProperties } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { ConsentEvents } from './ConsentEvents.tsx';
import { ConsentMatrix } from './ConsentMatrix.tsx';
import { DecisionSheet } from './DecisionSheet.tsx';
import type { NewDecision } from './form-values.ts';
import { StandingSummary } from './StandingSummary.tsx';
import styles from './consents.module.css';

/** What may be done for a contact, who may know, until when; a panel of the contact page. */
export function ContactConsent({ contactId }: { readonly contactId: string }): ReactNode {
  const { t } = useTranslation('consents');
  const consents = useCall(client.consents.ofContact, { contactId });
  const [start, setStart] = useState<Omit<NewDecision, 'today'> | null>(null);

  if (consents.error !== null) {
    return <ErrorNotice error={consents.error} onRetry={() => void consents.refetch()} />;
  }
  if (consents.data === undefined) return <Skeleton lines={6} />;
  const { events, standing } = consents.data;
  return (
    <div className={styles['column']}>
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
        <ConsentMatrix standing={standing} onRecord={setStart} />
      </Card>
      <Card title={t('events.title')} icon={History}>
        <ConsentEvents events={events} />
      </Card>
      <DecisionSheet contactId={contactId} start={start} onClose={() => setStart(null)} />
    </div>
  );
}
