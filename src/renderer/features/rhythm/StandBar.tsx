import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RHYTHM_STANDS, type RhythmStand } from '../../../shared/contract/rhythm.ts';
import { cx } from '../../components/cx.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { STAND_LOOKS } from './stand-looks.ts';
import styles from './rhythm.module.css';

const WIDTH = 1_000;
/** Between two parts, so that they are told apart without their colours. */
const GAP = 4;

/** Where everybody stands: one bar in parts, and under it what each part is and how many it has. */
export function StandBar({
  stands,
}: {
  readonly stands: Readonly<Record<RhythmStand, number>>;
}): ReactNode {
  const { t } = useTranslation('rhythm');
  const format = useFormat();
  const present = RHYTHM_STANDS.filter((stand) => stands[stand] > 0);
  const total = present.reduce((sum, stand) => sum + stands[stand], 0);
  const usable = WIDTH - GAP * (present.length - 1);
  let from = 0;
  const parts = present.map((stand) => {
    const width = (stands[stand] / total) * usable;
    const part = { stand, from, width };
    from += width + GAP;
    return part;
  });
  return (
    <figure className={styles['stands']}>
      <figcaption className="visually-hidden">{t('stands', { total })}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} 12`}
        preserveAspectRatio="none"
        aria-hidden
        className={styles['standBar']}
      >
        {parts.map((part) => (
          <rect
            key={part.stand}
            x={part.from}
            y="0"
            width={part.width}
            height="12"
            className={styles[part.stand]}
          />
        ))}
      </svg>
      <ul className={styles['legend']}>
        {present.map((stand) => {
          const { icon: Icon } = STAND_LOOKS[stand];
          return (
            <li key={stand} className={cx(styles['legendItem'], styles[stand])}>
              <Icon aria-hidden />
              <span>{t(`stand.${stand}`)}</span>
              <strong>{format.number(stands[stand])}</strong>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
