import type { ReactNode } from 'react';
import { CircleCheck, Info, OctagonAlert, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Banner.module.css';

export type BannerTone = 'info' | 'positive' | 'warning' | 'danger';

const ICONS: Record<BannerTone, LucideIcon> = {
  info: Info,
  positive: CircleCheck,
  warning: TriangleAlert,
  danger: OctagonAlert,
};

export interface BannerProps {
  readonly tone: BannerTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
  /** `alert` interrupts a screen reader; `status` waits. Without it, the banner is plain content. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly icon?: LucideIcon | undefined;
}

/** A message in the flow of a page. */
export function Banner(props: BannerProps): ReactNode {
  const { t } = useTranslation();
  const Icon = props.icon ?? ICONS[props.tone];
  return (
    <div className={cx(styles['banner'], styles[props.tone])} role={props.role}>
      <Icon aria-hidden />
      <div className={styles['words']}>
        {props.title !== undefined && <p className={styles['title']}>{props.title}</p>}
        {props.children}
        {props.actions !== undefined && <div className={styles['actions']}>{props.actions}</div>}
      </div>
      {props.onDismiss && (
        <IconButton icon={X} size="sm" label={t('dismiss')} onPress={() => props.onDismiss?.()} />
      )}
    </div>
  );
}
