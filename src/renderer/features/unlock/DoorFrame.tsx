import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../components/cx.ts';
import { Mark } from '../shell/Mark.tsx';
import { PreviewBanner } from '../shell/PreviewBanner.tsx';
import styles from './DoorFrame.module.css';

export interface DoorFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** `Step 1 of 3` */
  readonly step?: { readonly number: number; readonly total: number } | undefined;
  readonly isWide?: boolean | undefined;
  /** Above the title. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen before the records: making the vault, unlocking it, its failures. */
export function DoorFrame({
  title,
  lead,
  step,
  isWide,
  icon,
  children,
}: DoorFrameProps): ReactNode {
  const { t } = useTranslation(['door', 'common', 'shell']);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = t('shell:pageTitle', { page: title });
    const isInUse = document.activeElement?.closest('main') ?? null;
    if (isInUse === null) heading.current?.focus();
  }, [t, title]);

  return (
    <div className={styles['frame']}>
      <PreviewBanner />
      <main className={styles['center']}>
        <div className={styles['brand']}>
          <Mark className={styles['mark']} />
          <p className={styles['name']}>{t('common:appName')}</p>
        </div>
        <div className={cx(styles['card'], isWide === true && styles['wide'])}>
          {icon}
          {step && (
            <p className={styles['step']}>{t('step', { step: step.number, total: step.total })}</p>
          )}
          <h1 ref={heading} tabIndex={-1} className={styles['title']}>
            {title}
          </h1>
          <div className={styles['lead']}>{lead}</div>
          {children}
        </div>
      </main>
    </div>
  );
}
