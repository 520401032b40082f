import type { ReactNode } from 'react';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RedressStep } from '../../../shared/model/incident.ts';
import { Card } from '../../components/Card.tsx';
import { Badge } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import chain from './Chain.module.css';
import styles from './incidents.module.css';

/** What came of it, against "impunity for those who attack Human Rights Defenders". */
export function Redress({ steps }: { readonly steps: readonly RedressStep[] }): ReactNode {
  const { t } = useTranslation('incidents');
  const label = useLabel();
  const format = useFormat();
  const inOrder = [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    <Card title={t('read.redress')} icon={Gavel}>
      {inOrder.length === 0 ? (
        <p className={styles['muted']}>{t('read.noRedress')}</p>
      ) : (
        <ol className={chain['chain']}>
          {inOrder.map((step) => (
            <li key={step.id} className={chain['link']}>
              <span className={chain['dot']} aria-hidden />
              <time dateTime={step.on} className={chain['date']}>
                {format.date(step.on)}
              </time>
              <span>
                <strong>{label('redressKind', step.kind)}</strong>{' '}
                <Badge>{label('redressResult', step.result)}</Badge>
                {step.authority !== null && (
                  <small>
                    <bdi>{step.authority}</bdi>
                  </small>
                )}
                {step.note !== '' && (
                  <span className={styles['text']} dir="auto">
                    {step.note}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
