import type { ReactNode } from 'react';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Null where it is not known how much there is. */
  readonly total: number | null;
}

export function ProgressBar({ label, done, total }: ProgressBarProps): ReactNode {
  const isKnown = total !== null && total > 0;
  return (
    <AriaProgressBar
      className={styles['bar'] ?? ''}
      value={isKnown ? Math.min(done, total) : 0}
      maxValue={isKnown ? total : 100}
      isIndeterminate={!isKnown}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className={styles['head']}>
            <Label>{label}</Label>
            <span>{isIndeterminate ? null : valueText}</span>
          </div>
          <div className={styles['track']}>
            <div
              className={`${styles['fill']} ${isIndeterminate ? styles['unknown'] : ''}`}
              {...(isIndeterminate ? {} : { style: { inlineSize: `${percentage ?? 0}%` } })}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
