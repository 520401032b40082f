import type { ReactNode } from 'react';
import { ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Card } from '../../components/Card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { SealButton } from './SealButton.tsx';
import styles from './entrustments.module.css';

/** Bundles that were taken in and whose sender does not know yet what became of them. */
export function ReceiptsOwed(): ReactNode {
  const { t } = useTranslation('entrustments');
  const format = useFormat();
  const { data } = useCall(client.entrustments.receiptsOwed, {});
  if (!data || data.length === 0) return null;
  return (
    <Card title={t('receipt.title')} icon={ReceiptText}>
      <p>{t('receipt.lead')}</p>
      <ul className={styles['owed']} aria-label={t('receipt.title')}>
        {data.map(({ bundleId, counterpartName, receivedAt, accepted, rejected }) => (
          <li key={bundleId}>
            <span>
              <bdi>{counterpartName}</bdi>
              <span className={styles['muted']}>
                {` · ${format.instant(receivedAt)} · ${t('receipt.answers', { accepted, rejected })}`}
              </span>
            </span>
            <SealButton
              label={t('receipt.seal')}
              suggestedName={t('receipt.fileName')}
              doneWords={t('receipt.done')}
              seal={client.documents.sendReceipt}
              argFor={(file) => ({ bundleId, keyType: 'hybrid' as const, file })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
