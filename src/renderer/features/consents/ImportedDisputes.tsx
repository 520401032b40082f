import type { ReactNode } from 'react';
import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsentChange } from '../../../shared/contract/bundles.ts';
import { Banner } from '../../components/Banner.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './consents.module.css';

/** Which consents a bundle brings that say otherwise than what was heard here. */
export function ImportedDisputes({
  changes,
}: {
  readonly changes: readonly ConsentChange[];
}): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const disputes = changes.filter(({ disputed }) => disputed);
  if (disputes.length === 0) return null;
  return (
    <Banner tone="warning" icon={Split} title={t('dispute.title')}>
      <p>{t('dispute.body')}</p>
      <ul className={styles['heard']}>
        {disputes.map(({ contactId, label: name, purpose, audience }) => (
          <li key={`${contactId} ${purpose} ${audience}`}>
            <strong dir="auto">{name}</strong>
            {t('events.what', {
              purpose: label('purpose', purpose),
              audience: t(`audienceInSentence.${audience}`),
            })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
