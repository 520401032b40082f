import type { ReactNode } from 'react';
import { Page } from '../../components/PageHeader.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';

/** While a route's code or first answer is on its way. */
export function RoutePending(): ReactNode {
  return (
    <Page>
      <Skeleton lines={6} />
    </Page>
  );
}
