import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import styles from './Tooltip.module.css';

/** The words of a tooltip; inside React Aria's `TooltipTrigger`, after the trigger. */
export function Tooltip({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <AriaTooltip offset={6} className={styles['tooltip'] ?? ''}>
      {children}
    </AriaTooltip>
  );
}
