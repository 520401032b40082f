import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed, ListPlus, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unweighedParts, WEIGHED_PARTS, type PlanOption } from '../../../shared/model/plan.ts';
import { Button, ButtonLink } from '../../components/Button.tsx';
import { FactList } from '../../components/FactList.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './plans.module.css';

export interface OptionCardProps {
  readonly planId: string;
  readonly option: PlanOption;
  readonly isPending: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One option: what it would be, what it may bring and cost, and the way to what follows from it. */
export function OptionCard({ planId, option, isPending, onChoose }: OptionCardProps): ReactNode {
  const { t } = useTranslation('plans');
  const label = useLabel();
  const missing = unweighedParts(option);
  const name = label('actionType', option.actionType);
  return (
    <article
      className={styles['option']}
      aria-label={name}
      data-chosen={option.chosen || undefined}
    >
      <div className={styles['optionHead']}>
        <h3 className={styles['optionName']}>{name}</h3>
        {option.chosen ? (
          <StatusPill icon={CircleCheck} tone="positive">
            {t('options.isChosen')}
          </StatusPill>
        ) : missing.length > 0 ? (
          <StatusPill icon={CircleDashed} tone="warning">
            {t('options.unweighed', { count: missing.length })}
          </StatusPill>
        ) : (
          <StatusPill icon={Scale}>{t('options.isWeighed')}</StatusPill>
        )}
      </div>
      {option.summary.trim() !== '' && (
        <p dir="auto" className={styles['text']}>
          {option.summary}
        </p>
      )}
      <FactList
        facts={WEIGHED_PARTS.map((part) => ({
          label: t(`options.part.${part}`),
          value: missing.includes(part) ? (
            <span className={styles['muted']}>{t('options.notWeighed')}</span>
          ) : (
            <span dir="auto" className={styles['text']}>
              {option[part]}
            </span>
          ),
        }))}
      />
      <div className={styles['optionActions']}>
        {option.chosen && (
          <ButtonLink
            to="/actions/new"
            search={{ plan: planId, option: option.id }}
            variant="primary"
            size="sm"
            icon={ListPlus}
            aria-label={t('options.planNamed', { name })}
          >
            {t('options.plan')}
          </ButtonLink>
        )}
        {missing.length === 0 ? (
          <Button
            size="sm"
            variant={option.chosen ? 'quiet' : 'secondary'}
            isPending={isPending}
            aria-label={t(option.chosen ? 'options.unchooseNamed' : 'options.chooseNamed', {
              name,
            })}
            onPress={() => onChoose(!option.chosen)}
          >
            {t(option.chosen ? 'options.unchoose' : 'options.choose')}
          </Button>
        ) : (
          <ButtonLink
            to="/plans/$id/edit"
            params={{ id: planId }}
            size="sm"
            icon={Scale}
            aria-label={t('options.weighNamed', { name })}
          >
            {t('options.weigh')}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
