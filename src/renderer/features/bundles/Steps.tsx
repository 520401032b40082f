import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './bundles.module.css';

export interface StepsProps {
  readonly names: readonly string[];
  /** The running step, from 0; one past the last when all is done. */
  readonly current: number;
}

/** Where in a wizard the officer is. */
export function Steps({ names, current }: StepsProps): ReactNode {
  const { t } = useTranslation('bundles');
  return (
    <ol className={styles['steps']} aria-label={t('export.steps')}>
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current ? '' : undefined}
        >
          <span className={styles['stepMark']} aria-hidden>
            {index < current ? <Check /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
