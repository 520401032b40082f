import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { directionOf } from '../../i18n/locales.ts';
import { usePreferences } from '../../theme/preferences.tsx';
import { cx } from '../../components/cx.ts';
import { stepOfKey, type DayStep } from './days.ts';
import styles from './calendar.module.css';

export interface GridCell {
  readonly key: string;
  readonly day: string;
  /** What a screen reader says of it. */
  readonly label: string;
  readonly isSelected: boolean;
  readonly isToday: boolean;
  readonly isOutside: boolean;
  readonly content: ReactNode;
}

export interface GridRow {
  readonly key: string;
  readonly head: string | null;
  readonly cells: readonly GridCell[];
}

export interface DayGridProps {
  readonly label: string;
  readonly look: 'month' | 'week';
  /** The heads of the seven columns: what is shown and what is said. */
  readonly heads: readonly {
    readonly key: string;
    readonly shown: ReactNode;
    readonly said: string;
    readonly isToday: boolean;
  }[];
  /** What the heads of the rows say, where they have heads. */
  readonly rowHeadsLabel?: string | undefined;
  readonly rows: readonly GridRow[];
  readonly onStep: (step: DayStep) => void;
  readonly onSelect: (cell: GridCell) => void;
  /** Enter or Space: to the entries of the day. */
  readonly onOpen: () => void;
}

/**
 * Days in rows and columns (`role=grid`): one stop for Tab, arrow keys from day to day, Home and End
 * within the week, Page Up and Page Down to the one before and after.
 */
export function DayGrid(props: DayGridProps): ReactNode {
  const { label, look, heads, rowHeadsLabel, rows, onStep, onSelect, onOpen } = props;
  const { locale } = usePreferences();
  const grid = useRef<HTMLDivElement>(null);
  const selected = rows.flatMap(({ cells }) => cells).find((cell) => cell.isSelected);
  const isMoving = useRef(false);

  // The chosen cell takes the focus that the one before it had, also where it came with a new page.
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    grid.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [selected?.key]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (event.target instanceof HTMLAnchorElement) return;
      event.preventDefault();
      onOpen();
      return;
    }
    const step = stepOfKey(event.key, directionOf(locale));
    if (step === null) return;
    event.preventDefault();
    isMoving.current = true;
    onStep(step);
  };

  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      className={cx(styles['grid'], styles[look])}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={styles['gridRow']}>
        {rowHeadsLabel !== undefined && (
          <span role="columnheader" aria-label={rowHeadsLabel} className={styles['corner']} />
        )}
        {heads.map(({ key, shown, said, isToday }) => (
          <span
            key={key}
            role="columnheader"
            aria-label={said}
            className={styles['columnHead']}
            data-today={isToday ? '' : undefined}
          >
            {shown}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row.key} role="row" className={styles['gridRow']}>
          {row.head !== null && (
            <span role="rowheader" className={styles['rowHead']}>
              {row.head}
            </span>
          )}
          {row.cells.map((cell) => (
            <div
              key={cell.key}
              role="gridcell"
              tabIndex={cell.isSelected ? 0 : -1}
              aria-selected={cell.isSelected}
              aria-current={cell.isToday ? 'date' : undefined}
              className={styles['cell']}
              data-outside={cell.isOutside ? '' : undefined}
              data-today={cell.isToday ? '' : undefined}
              onClick={() => onSelect(cell)}
            >
              <span className="visually-hidden">{cell.label}</span>
              {cell.content}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
