import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fingerprintRows } from '../bundles/stays.ts';
import styles from './officers.module.css';

const PER_ROW = 4;

export interface FingerprintProps {
  /** Whose it is; the accessible name says so. */
  readonly name: string;
  readonly words: readonly string[];
}

/** The words of a fingerprint in numbered rows, to be read aloud and compared row by row. */
export function Fingerprint({ name, words }: FingerprintProps): ReactNode {
  const { t } = useTranslation('bundles');
  return (
    <ol
      className={styles['fingerprint']}
      aria-label={t('fingerprint.label', { name })}
      lang="en"
      dir="ltr"
    >
      {fingerprintRows(words, PER_ROW).map((row, index) => (
        <li key={index} className={styles['wordRow']}>
          <span aria-hidden className={styles['rowNumber']}>
            {index + 1}
          </span>
          <span className={styles['rowWords']}>
            {row.map((word, at) => (
              <span key={at} className={styles['word']}>
                {`${word} `}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
