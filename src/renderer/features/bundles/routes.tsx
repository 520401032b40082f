import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const bundlesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles',
    component: lazyRouteComponent(() => import('./BundlesPage.tsx'), 'BundlesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/export',
    component: lazyRouteComponent(() => import('./ExportPage.tsx'), 'ExportPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/import',
    component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  }),
] as const;
