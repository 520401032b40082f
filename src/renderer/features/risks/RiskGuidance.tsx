import type { ReactNode } from 'react';
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RISK_GROUPS, type RiskGroup } from '../../../shared/model/vocabulary/contact.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './risks.module.css';

/**
 * What the policy paper says of each group at particular risk, and what to look at for it. Several
 * groups may apply to one person; each is said.
 */
export function RiskGuidance({ groups }: { readonly groups: readonly RiskGroup[] }): ReactNode {
  const { t } = useTranslation('risks');
  const label = useLabel();
  const shown = RISK_GROUPS.filter((group) => groups.includes(group));
  if (shown.length === 0) return null;
  return (
    <section className={styles['guidance']} aria-label={t('guidance.title')}>
      <p className={styles['guidanceTitle']}>
        <Lightbulb aria-hidden />
        {t('guidance.title')}
      </p>
      {shown.map((group) => (
        <Disclosure key={group} label={label('riskGroup', group)}>
          <div className={styles['guidanceBody']}>
            <blockquote className={styles['quote']}>
              <p>{t(`guidance.${group}.quote`)}</p>
              <footer>{t('guidance.source')}</footer>
            </blockquote>
            <ul className={styles['points']}>
              {(['first', 'second', 'third'] as const).map((point) => (
                <li key={point}>{t(`guidance.${group}.${point}`)}</li>
              ))}
            </ul>
          </div>
        </Disclosure>
      ))}
    </section>
  );
}

/** The guidance for the groups of these contacts together; nothing where none belongs to any. */
export function RiskGuidanceFor({
  contactIds,
}: {
  readonly contactIds: readonly string[];
}): ReactNode {
  const { data } = useCall(client.contacts.list, {}, { enabled: contactIds.length > 0 });
  const contacts = (data?.rows ?? []).filter((row) => contactIds.includes(row.id));
  return <RiskGuidance groups={contacts.flatMap((row) => row.riskGroups)} />;
}
