import { useState, type ReactNode } from 'react';
import { MessageSquareQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsentGap } from '../../../shared/contract/parts.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import { DecisionSheet } from '../consents/DecisionSheet.tsx';
import { gapsByContact, type GapsOfContact } from './board.ts';
import styles from './actions.module.css';

/** What is missing, in sentences, by contact, each with the way to put it right. */
export function GapList({ gaps }: { readonly gaps: readonly ConsentGap[] }): ReactNode {
  const { t } = useTranslation('actions');
  const [asked, setAsked] = useState<GapsOfContact | null>(null);
  const purposes = asked?.gaps.flatMap((gap) => gap.purpose ?? []) ?? [];
  const audiences = [...new Set(asked?.gaps.flatMap((gap) => gap.audience ?? []) ?? [])];
  return (
    <>
      <ul className={styles['gaps']}>
        {gapsByContact(gaps).map((group) => (
          <li key={group.contactId} className={styles['gapGroup']}>
            <ul>
              {group.gaps.map((gap, index) => (
                <li key={index}>
                  <GapSentence gap={gap} />
                </li>
              ))}
            </ul>
            {group.overridable ? (
              <Button size="sm" icon={MessageSquareQuote} onPress={() => setAsked(group)}>
                {t('panel.record', { name: group.contactLabel })}
              </Button>
            ) : (
              <>
                <p className={styles['muted']}>{t('panel.barred')}</p>
                {group.contactLabel !== '' && (
                  <ButtonLink to="/contacts/$id" params={{ id: group.contactId }} size="sm">
                    {t('panel.openContact', { name: group.contactLabel })}
                  </ButtonLink>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <DecisionSheet
          contactId={asked.contactId}
          contactLabel={asked.contactLabel}
          start={{ purposes, audiences }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** One gap in words: who, what for, towards whom, and why it does not hold. */
function GapSentence({ gap }: { readonly gap: ConsentGap }): ReactNode {
  const { t } = useTranslation(['actions', 'consents']);
  const label = useLabel();
  return (
    <span dir="auto">
      {t(`gap.${gap.why}`, {
        name: gap.contactLabel,
        purpose: gap.purpose === null ? '' : label('purpose', gap.purpose),
        audience: gap.audience === null ? '' : t(`consents:audienceInSentence.${gap.audience}`),
      })}
    </span>
  );
}
