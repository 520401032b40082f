import { useEffect, useRef, type ReactNode } from 'react';
import { createLink, useRouterState, type LinkComponent } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  /** The page's heading, and with the application's name the window's title. */
  readonly title: string;
  /** What is shown for the heading where the plain title is not enough. */
  readonly heading?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** `<BackLink to="/contacts">…</BackLink>` */
  readonly back?: ReactNode;
}

function BackAnchor({
  children,
  ...rest
}: React.AnchorHTMLAttributes<HTMLAnchorElement>): ReactNode {
  return (
    <a {...rest} className={styles['back']}>
      <ChevronLeft aria-hidden />
      {children}
    </a>
  );
}

/** Where this page hangs below. */
export const BackLink: LinkComponent<typeof BackAnchor> = createLink(BackAnchor);

/**
 * The head of a page. Sets the window's title and, after a change of route, takes the focus, so
 * that keyboard and screen reader begin where the page begins.
 */
export function PageHeader({ title, heading, lead, actions, back }: PageHeaderProps): ReactNode {
  const { t } = useTranslation('shell');
  const headingRef = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });

  useEffect(() => {
    document.title = t('pageTitle', { page: title });
  }, [t, title]);

  useEffect(() => {
    const focused = document.activeElement;
    // A field that asked for focus itself, an open dialog, or a notice being answered keeps it.
    const isTaken =
      focused instanceof HTMLElement && focused.closest('main, [role=dialog], [role=region]');
    if (!isTaken) headingRef.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <header className={styles['header']}>
      <div className={styles['words']}>
        {back}
        <h1 ref={headingRef} tabIndex={-1} className={styles['title']}>
          {heading ?? title}
        </h1>
        {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}

export interface PageProps {
  readonly children: ReactNode;
  /** `narrow` for forms and text; `fill` for a list that scrolls inside the page. */
  readonly width?: 'normal' | 'narrow' | 'fill' | undefined;
}

/** The scrolling body of a route, with the page's margins. */
export function Page({ children, width = 'normal' }: PageProps): ReactNode {
  return (
    <div className={cx(styles['page'], width === 'fill' && styles['fill'])}>
      <div className={cx(styles['inner'], width === 'narrow' && styles['narrow'])}>{children}</div>
    </div>
  );
}
