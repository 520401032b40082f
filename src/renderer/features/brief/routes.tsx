import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export interface BriefSearch {
  /** The contact that is read. */
  readonly contact?: string | undefined;
  /** Only those who came with this bundle. */
  readonly bundle?: string | undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export const briefRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/brief',
    validateSearch: (search: Record<string, unknown>): BriefSearch => ({
      contact: textOf(search['contact']),
      bundle: textOf(search['bundle']),
    }),
    component: lazyRouteComponent(() => import('./BriefPage.tsx'), 'BriefPage'),
  }),
] as const;
