import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './PrintSheet.module.css';

/**
 * What is printed instead of the page, wherever on the page it stands: a sheet of its own beside
 * the application, unseen on the screen.
 */
export function PrintSheet({ children }: { readonly children: ReactNode }): ReactNode {
  return createPortal(
    <div className={styles['sheet']} data-print-sheet="">
      {children}
    </div>,
    document.body,
  );
}
