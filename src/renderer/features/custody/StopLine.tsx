import type { ReactNode } from 'react';
import styles from './StopLine.module.css';

/** How a stop is drawn: reached, still to come, where things stand now, or called off. */
export type StopLook = 'reached' | 'ahead' | 'now' | 'off';

export interface Stop {
  readonly key: string;
  readonly look: StopLook;
  /** What stands on the line before it: how long it took, or "today". */
  readonly gap?: string | undefined;
  readonly isToday?: boolean | undefined;
  readonly children: ReactNode;
}

/** Stops one after another along a drawn line. The shapes repeat what the words of each stop say. */
export function StopLine(props: {
  readonly label: string;
  readonly stops: readonly Stop[];
}): ReactNode {
  return (
    <ol className={styles['line']} aria-label={props.label}>
      {props.stops.map(({ key, look, gap, isToday, children }) => (
        <li key={key} className={styles['stop']} data-look={look}>
          {gap !== undefined && (
            <p className={styles['gap']} data-today={isToday === true ? '' : undefined}>
              {gap}
            </p>
          )}
          <svg viewBox="0 0 20 20" className={styles['node']} aria-hidden>
            <Shape look={look} />
          </svg>
          <div className={styles['words']}>{children}</div>
        </li>
      ))}
    </ol>
  );
}

function Shape({ look }: { readonly look: StopLook }): ReactNode {
  switch (look) {
    case 'reached':
      return <circle cx="10" cy="10" r="6" className={styles['full']} />;
    case 'ahead':
      return <circle cx="10" cy="10" r="5.5" className={styles['hollow']} />;
    case 'now':
      return (
        <>
          <circle cx="10" cy="10" r="8" className={styles['hollow']} />
          <circle cx="10" cy="10" r="4" className={styles['full']} />
        </>
      );
    case 'off':
      return (
        <>
          <circle cx="10" cy="10" r="6" className={styles['ground']} />
          <path d="M6 6 14 14M14 6 6 14" className={styles['cross']} />
        </>
      );
  }
}
