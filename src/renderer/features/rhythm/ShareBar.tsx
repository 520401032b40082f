import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Share } from '../../../shared/model/coverage.ts';
import { cx } from '../../components/cx.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './rhythm.module.css';

const WIDTH = 200;

/** How many of so many, drawn and in figures. */
export function ShareBar(props: {
  readonly share: Share;
  readonly isLarge?: boolean | undefined;
}): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const { contacts, contacted } = props.share;
  const part = contacts === 0 ? 0 : contacted / contacts;
  return (
    <span className={cx(styles['shareBar'], props.isLarge === true && styles['large'])}>
      <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden>
        <rect width={WIDTH} height="10" className={styles['track']} />
        <rect width={part * WIDTH} height="10" className={styles['reached']} />
      </svg>
      <span>
        {t('coverage.share', {
          contacted: format.number(contacted),
          contacts: format.number(contacts),
          percent: format.number(Math.round(part * 100)),
        })}
      </span>
    </span>
  );
}
