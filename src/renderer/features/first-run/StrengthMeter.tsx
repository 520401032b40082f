import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../components/cx.ts';
import { PASSPHRASE_MIN_LENGTH } from '../../../shared/model/passphrase-rules.ts';
import type { Strength } from './passphrase-strength.ts';
import styles from './StrengthMeter.module.css';

/** How strong the passphrase is: four bars, and a word that says what to do. */
export function StrengthMeter({ strength }: { readonly strength: Strength }): ReactNode {
  const { t } = useTranslation('door');
  const { score, word } = strength;
  const look = word === 'strong' ? 'strong' : score >= 2 ? 'fair' : 'weak';
  const Icon = word === 'strong' ? CircleCheck : CircleDashed;
  return (
    <div className={cx(styles['meter'], styles[look])}>
      <div className={styles['bars']} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={styles['bar']} data-on={score >= bar ? '' : undefined} />
        ))}
      </div>
      <span className={styles['word']} role="status" aria-label={t('strength.label')}>
        <Icon aria-hidden />
        {t(`strength.${word}`, { count: PASSPHRASE_MIN_LENGTH })}
      </span>
    </div>
  );
}
