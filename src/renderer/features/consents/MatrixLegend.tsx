import type { ReactNode } from 'react';
import { EyeOff, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CELL_ICONS, type CellLook } from './cell-looks.ts';
import styles from './ConsentMatrix.module.css';

const LOOKS = [
  'live',
  'liveIf',
  'refused',
  'withdrawn',
  'expired',
  'not-yet-in-force',
  'legitimate-basis',
  'never-asked',
] as const satisfies readonly CellLook[];

/** What the shapes and words of a consent matrix stand for. */
export function MatrixLegend(): ReactNode {
  const { t } = useTranslation('consents');
  return (
    <ul className={styles['legend']} aria-label={t('matrix.legend')}>
      {LOOKS.map((look) => {
        const Icon = CELL_ICONS[look];
        return (
          <li key={look} data-look={look}>
            <Icon aria-hidden />
            <strong>{t(`cell.${look}`)}</strong>
            {` ${t(`legend.${look}`)}`}
          </li>
        );
      })}
      <li>
        <UserRound aria-hidden />
        {t('legend.byProxy')}
      </li>
      <li>
        <EyeOff aria-hidden />
        {t('legend.keepsBack')}
      </li>
    </ul>
  );
}
