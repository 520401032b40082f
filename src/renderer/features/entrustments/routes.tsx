import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const entrustmentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bundles/entrusted',
    component: lazyRouteComponent(() => import('./EntrustedPage.tsx'), 'EntrustedPage'),
  }),
] as const;
