import type { ReactNode } from 'react';

export interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string | undefined;
  /** For what is two-dimensional by nature, such as a table. */
  readonly isSideways?: boolean | undefined;
  readonly children: ReactNode;
}

/** A part of a page that scrolls by itself: a stop for the keyboard, so that its keys scroll it. */
export function ScrollRegion(props: ScrollRegionProps): ReactNode {
  const { label, className, isSideways, children } = props;
  return (
    <div
      role="region"
      aria-label={label}
      className={className}
      data-scroll={isSideways === true ? 'sideways' : undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- axe asks for it (scrollable-region-focusable)
      tabIndex={0}
    >
      {children}
    </div>
  );
}
