import type { ReactNode } from 'react';
import { Link, type LinkProps } from '@tanstack/react-router';
import styles from './Tabs.module.css';

export interface PageTab {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
}

export interface PageTabsProps {
  readonly label: string;
  readonly tabs: readonly PageTab[];
}

/** Links between pages of one kind, with the look of tabs; the page that is open is marked so. */
export function PageTabs({ label, tabs }: PageTabsProps): ReactNode {
  return (
    <nav aria-label={label} className={styles['pages']}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={styles['tab']}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'data-selected': true }}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
