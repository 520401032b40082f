import type { ReactNode } from 'react';
import { EyeOff, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabel } from '../../i18n/use-label.ts';
import { CELL_ICONS, cellLook, keepsBack } from './cell-looks.ts';
import type { MatrixCell } from './matrix.ts';
import styles from './ConsentMatrix.module.css';

/**
 * What a cell shows: the answer as shape and word, until when, who said it, what is kept back. It is
 * for the eye; `useCellWords` says the same to a screen reader.
 */
export function CellContent({ cell }: { readonly cell: MatrixCell }): ReactNode {
  const { t } = useTranslation('consents');
  const format = useFormat();
  const look = cellLook(cell);
  const Icon = CELL_ICONS[look];
  const until = untilOf(cell);
  const isByProxy = cell.standing?.givenBy === 'proxy';
  return (
    <>
      <span aria-hidden className={styles['signs']}>
        <Icon />
        {isByProxy && <UserRound className={styles['mark']} />}
        {keepsBack(cell) && <EyeOff className={styles['mark']} />}
      </span>
      <span aria-hidden>{t(`cell.${look}`)}</span>
      {until !== null && (
        <span aria-hidden className={styles['until']}>
          {format.shortDate(until)}
        </span>
      )}
    </>
  );
}

/** The cell in a sentence, for a screen reader and a pointer that rests on it. */
export function useCellWords(): (cell: MatrixCell) => string {
  const { t } = useTranslation('consents');
  const label = useLabel();
  const format = useFormat();
  return (cell) => {
    const until = untilOf(cell);
    return [
      t(`cellSpoken.${cellLook(cell)}`, {
        purpose: label('purpose', cell.purpose),
        audience: label('audience', cell.audience),
      }),
      ...(until === null ? [] : [t('until', { date: format.date(until) })]),
      ...(cell.standing?.givenBy === 'proxy' ? [t('summary.byProxy')] : []),
      ...(keepsBack(cell) ? [t('keepsBack')] : []),
    ].join(', ');
  };
}

function untilOf({ state, standing }: MatrixCell): string | null {
  return state === 'live' ? (standing?.expiresOn ?? null) : null;
}
