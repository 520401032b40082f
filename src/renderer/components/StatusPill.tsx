import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import styles from './StatusPill.module.css';

export type Tone = 'neutral' | 'accent' | 'positive' | 'info' | 'warning' | 'danger';

export interface StatusPillProps {
  /** Required: a status is never told by colour alone. */
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  /** Without border and ground, for use inside rows. */
  readonly isPlain?: boolean | undefined;
}

/** A status: an icon and a word, in a colour that only repeats what they say. */
export function StatusPill({ icon: Icon, children, tone, isPlain }: StatusPillProps): ReactNode {
  return (
    <span className={cx(styles['pill'], tone && styles[tone], isPlain === true && styles['plain'])}>
      <Icon aria-hidden />
      <span className={styles['text']}>{children}</span>
    </span>
  );
}

/** A small label without a meaning of its own: a tag, a count, a group. */
export function Badge({
  children,
  tone,
}: {
  readonly children: ReactNode;
  readonly tone?: Tone;
}): ReactNode {
  return (
    <span className={cx(styles['pill'], tone && styles[tone])}>
      <span className={styles['text']}>{children}</span>
    </span>
  );
}
