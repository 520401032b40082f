import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  /** What this place is for. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly isCompact?: boolean | undefined;
}

/** A place with nothing in it yet: what it is, and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
  isCompact,
}: EmptyStateProps): ReactNode {
  return (
    <div className={cx(styles['empty'], isCompact === true && styles['compact'])}>
      <span className={styles['icon']}>
        <Icon aria-hidden />
      </span>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['body']}>{children}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
