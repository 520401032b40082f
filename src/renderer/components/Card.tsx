import { useId, type ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import styles from './Card.module.css';

export interface CardProps {
  readonly title?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Buttons at the end of the head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Content reaches the edges (lists). */
  readonly isFlush?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A titled surface; with a title it is a region of that name. */
export function Card({
  title,
  icon: Icon,
  actions,
  children,
  isFlush,
  className,
}: CardProps): ReactNode {
  const id = useId();
  return (
    <section
      className={cx(styles['card'], className)}
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
    >
      {title !== undefined && (
        <div className={styles['head']}>
          <h2 id={id} className={styles['title']}>
            {Icon && <Icon aria-hidden />}
            {title}
          </h2>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
      <div className={cx(styles['body'], isFlush === true && styles['flush'])}>{children}</div>
    </section>
  );
}
