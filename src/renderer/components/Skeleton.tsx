import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';

export interface SkeletonProps {
  readonly lines?: number | undefined;
  /** CSS block size of one line. */
  readonly blockSize?: string | undefined;
}

/** Stands where content is about to appear. */
export function Skeleton({ lines = 3, blockSize = '1rem' }: SkeletonProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['stack']} role="status" aria-busy aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          className={styles['bone']}
          style={{ blockSize, inlineSize: `${100 - ((index * 17) % 45)}%` }}
        />
      ))}
    </div>
  );
}
