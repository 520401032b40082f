import { useId, type ReactNode } from 'react';
import { Check, Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { KeyHint } from '../../../components/KeyHint.tsx';
import { StatusPill } from '../../../components/StatusPill.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ImportConflict } from '../../../../shared/contract/bundles.ts';
import styles from './merge.module.css';

export interface ChoiceCardProps {
  readonly title: ReactNode;
  /** Who wrote it and when; null where that is not known, undefined where nobody did. */
  readonly by?: ImportConflict['mineBy'];
  readonly digit: 1 | 2 | 3;
  readonly chooseLabel: string;
  readonly isChosen: boolean;
  /** Why this one is suggested; null where another one is. */
  readonly suggestion: string | null;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One way to settle a conflict: whose it is, what it says, and the button that chooses it. */
export function ChoiceCard(props: ChoiceCardProps): ReactNode {
  const { title, by, digit, isChosen, suggestion } = props;
  const { t } = useTranslation('merge');
  const format = useFormat();
  const id = useId();
  return (
    <section
      className={styles['choice']}
      aria-labelledby={id}
      data-chosen={isChosen ? '' : undefined}
    >
      <header className={styles['choiceHead']}>
        <div className={styles['choiceWords']}>
          <h3 id={id} className={styles['choiceTitle']}>
            {title}
          </h3>
          {by !== undefined && (
            <p className={styles['small']}>
              {by === null ? (
                t('conflict.unknownWriter')
              ) : (
                <>
                  <bdi>{by.author}</bdi>
                  {' · '}
                  <time dateTime={by.at}>{format.instant(by.at)}</time>
                </>
              )}
            </p>
          )}
        </div>
        <Button
          variant={isChosen ? 'primary' : 'secondary'}
          icon={isChosen ? Check : undefined}
          aria-pressed={isChosen}
          onPress={props.onChoose}
        >
          {props.chooseLabel}
          <KeyHint keys={[String(digit)]} />
        </Button>
      </header>
      {suggestion !== null && (
        <p className={styles['suggestion']}>
          <StatusPill icon={Lightbulb} tone="info">
            {t('choose.suggested')}
          </StatusPill>
          <span className={styles['small']}>{suggestion}</span>
        </p>
      )}
      <div className={styles['choiceBody']}>{props.children}</div>
    </section>
  );
}
