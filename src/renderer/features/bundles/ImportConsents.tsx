import type { ReactNode } from 'react';
import { ArrowRight, Handshake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/bundles.ts';
import { Card } from '../../components/Card.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { CELL_ICONS } from '../consents/cell-looks.ts';
import styles from './bundles.module.css';

type Change = ImportPreview['consentChanges'][number];

/** Which consents stand otherwise once the bundle is taken in, and how. */
export function ImportConsents({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t } = useTranslation('bundles');
  const label = useLabel();
  if (changes.length === 0) return null;
  const title = t('import.preview.consents', { count: changes.length });
  return (
    <Card title={title} icon={Handshake}>
      <ScrollRegion className={styles['staysBox']} label={title}>
        <ul className={styles['entries']}>
          {changes.map((change) => (
            <li key={`${change.contactId} ${change.purpose} ${change.audience}`}>
              <p className={styles['entryHead']}>
                <bdi>{change.label}</bdi>
                <span className={styles['small']}>
                  {label('purpose', change.purpose)} · {label('audience', change.audience)}
                </span>
              </p>
              <p className={styles['entryHead']}>
                <State state={change.from} />
                <span className="visually-hidden">{t('import.preview.becomes')}</span>
                <ArrowRight aria-hidden className={styles['becomes']} />
                <State state={change.to} />
              </p>
              {change.disputed && <p className={styles['small']}>{t('import.preview.disputed')}</p>}
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </Card>
  );
}

function State({ state }: { readonly state: Change['from'] }): ReactNode {
  const label = useLabel();
  return (
    <StatusPill icon={CELL_ICONS[state]} tone={state === 'live' ? 'positive' : 'neutral'}>
      {label('consentState', state)}
    </StatusPill>
  );
}
