import type { ReactNode } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/Disclosure.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Checkbox } from '../../../components/fields/Checkbox.tsx';
import { useLabel } from '../../../i18n/use-label.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import type { ImportConflict, MergeChoice } from '../../../../shared/contract/bundles.ts';
import { RemovalSide } from './RemovalSide.tsx';
import { SideValue } from './SideValue.tsx';
import { useConflictName } from './use-conflict-name.ts';
import type { DeskInUse } from './use-desk.ts';
import styles from './merge.module.css';

export interface ConflictViewProps {
  readonly inUse: DeskInUse;
  readonly conflict: ImportConflict;
  readonly sender: string;
}

/** One conflict: both sides beside each other, what they started from, and the ways to settle it. */
export function ConflictView({ inUse, conflict, sender }: ConflictViewProps): ReactNode {
  const { t } = useTranslation('merge');
  const label = useLabel();
  const name = useConflictName();
  const { rows, index, others } = inUse;
  const isRemoval = conflict.kind !== 'edit-edit';
  const hasBoth = conflict.both !== null;

  const card = (
    choice: MergeChoice,
  ): Omit<Parameters<typeof ChoiceCard>[0], 'title' | 'children'> => ({
    digit: choice === 'mine' ? 1 : choice === 'theirs' ? 2 : 3,
    chooseLabel: t(`choose.${conflict.kind}.${choice}`),
    isChosen: inUse.desk.choices.get(conflict.key) === choice,
    suggestion: conflict.suggested === choice ? t(`because.${conflict.because}`) : null,
    onChoose: () => inUse.decide(choice),
  });
  const side = (choice: 'mine' | 'theirs'): ReactNode =>
    isRemoval ? (
      <RemovalSide conflict={conflict} side={choice} sender={sender} />
    ) : (
      <SideValue conflict={conflict} value={conflict[choice]} marksChanges />
    );

  return (
    <section className={styles['conflict']} aria-label={t('conflict.label')}>
      <header className={styles['conflictHead']}>
        <div className={styles['conflictWords']}>
          <h2 className={styles['conflictTitle']}>{name(conflict)}</h2>
          <p className={styles['small']}>
            {label('recordType', conflict.record.type)} · <bdi>{conflict.label}</bdi>
          </p>
        </div>
        <div className={styles['steps']}>
          <IconButton
            icon={ArrowUp}
            label={t('conflict.previous')}
            isDisabled={index === 0}
            onPress={() => inUse.goTo(index - 1)}
          />
          <span className={styles['small']}>
            {t('conflict.position', { number: index + 1, total: rows.length })}
          </span>
          <IconButton
            icon={ArrowDown}
            label={t('conflict.next')}
            isDisabled={index === rows.length - 1}
            onPress={() => inUse.goTo(index + 1)}
          />
        </div>
      </header>
      <p>{t(`conflict.why.${conflict.kind}`, { sender })}</p>
      <div className={styles['choices']} role="group" aria-label={t('choose.group')}>
        <ChoiceCard {...card('mine')} title={t('conflict.yours')} by={conflict.mineBy}>
          {side('mine')}
        </ChoiceCard>
        <ChoiceCard
          {...card('theirs')}
          title={<bdi>{t('conflict.from', { sender })}</bdi>}
          by={conflict.theirsBy}
        >
          {side('theirs')}
        </ChoiceCard>
        {hasBoth && (
          <ChoiceCard {...card('both')} title={t('conflict.both')}>
            <SideValue conflict={conflict} value={conflict.both} marksChanges />
          </ChoiceCard>
        )}
      </div>
      {others.length > 0 && (
        <Checkbox
          label={t('choose.alike', { count: others.length })}
          description={t('choose.alikeHint', { what: name(conflict) })}
          value={inUse.forAll}
          onChange={inUse.setForAll}
        />
      )}
      {!isRemoval && (
        <Disclosure key={conflict.key} label={t('conflict.started')} isLazy>
          {conflict.base === null ? (
            <p className={styles['small']}>{t('conflict.startedUnknown')}</p>
          ) : (
            <SideValue conflict={conflict} value={conflict.base} marksChanges={false} />
          )}
        </Disclosure>
      )}
    </section>
  );
}
