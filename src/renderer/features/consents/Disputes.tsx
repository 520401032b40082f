import type { ReactNode } from 'react';
import { MessageSquarePlus, Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsentEventRow, StandingRow } from '../../../shared/contract/consents.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { disputesOf } from './disputes.ts';
import { DECISION_LOOKS } from './decision-looks.ts';
import type { DecisionStart } from './form-values.ts';
import styles from './consents.module.css';

export interface DisputesProps {
  readonly standing: readonly StandingRow[];
  readonly events: readonly ConsentEventRow[];
  readonly onAsk: (start: DecisionStart) => void;
}

/** What posts heard differently, side by side, and the one way to settle it: ask them again. */
export function Disputes({ standing, events, onAsk }: DisputesProps): ReactNode {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  const disputes = disputesOf(standing, events);
  if (disputes.length === 0) return null;
  return (
    <Banner tone="warning" icon={Split} title={t('dispute.title')}>
      <p>{t('dispute.body')}</p>
      <ul className={styles['disputes']}>
        {disputes.map(({ purpose, audiences, heard }) => {
          const what = t('events.what', {
            purpose: label('purpose', purpose),
            audience: format.list(audiences.map((audience) => t(`audienceInSentence.${audience}`))),
          });
          return (
            <li key={`${purpose} ${audiences.join(' ')}`}>
              <strong>{what}</strong>
              <ul className={styles['heard']}>
                {heard.map((event) => (
                  <li key={event.id}>
                    <StatusPill {...DECISION_LOOKS[event.decision]}>
                      {label('decision', event.decision)}
                    </StatusPill>
                    <bdi>
                      {t('dispute.heard', {
                        date: format.date(event.decidedOn),
                        by: event.recordedBy,
                      })}
                    </bdi>
                  </li>
                ))}
              </ul>
              <Button
                size="sm"
                icon={MessageSquarePlus}
                aria-label={t('dispute.askNamed', { what })}
                onPress={() => onAsk({ purposes: [purpose], audiences })}
              >
                {t('dispute.ask')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
