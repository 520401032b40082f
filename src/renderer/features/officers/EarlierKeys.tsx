import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EarlierKey } from '../../../shared/model/officer.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import styles from './officers.module.css';

export interface EarlierKeysProps {
  readonly label: string;
  readonly keys: readonly EarlierKey[];
}

/** Keys that an officer had before, newest first: until when, and why they were given up. */
export function EarlierKeys({ label: title, keys }: EarlierKeysProps): ReactNode {
  const { t } = useTranslation('officers');
  const label = useLabel();
  const format = useFormat();
  if (keys.length === 0) return null;
  return (
    <Disclosure label={title}>
      <ul className={styles['points']}>
        {[...keys].reverse().map(({ fingerprint, until, reason, trusted }) => (
          <li key={fingerprint}>
            {t(trusted ? 'earlier.trusted' : 'earlier.untrusted', {
              date: format.instant(until),
              why: label('earlierBecause', reason),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
