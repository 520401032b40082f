import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export interface ExportSearch {
  /** A contact chosen to begin with. */
  readonly contact?: string | undefined;
}

export const bundlesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles',
    component: lazyRouteComponent(() => import('./BundlesPage.tsx'), 'BundlesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/export',
    validateSearch: (search: Record<string, unknown>): ExportSearch => ({
      contact: typeof search['contact'] === 'string' ? search['contact'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./ExportPage.tsx'), 'ExportPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/import',
    component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/courier',
    component: lazyRouteComponent(() => import('./courier/CourierPage.tsx'), 'CourierPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/document/$id',
    component: lazyRouteComponent(() => import('./documents/DocumentPage.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/statistics/$year',
    component: lazyRouteComponent(
      () => import('./documents/SendStatisticsPage.tsx'),
      'SendStatisticsPage',
    ),
  }),
] as const;
