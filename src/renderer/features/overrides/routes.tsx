import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const overridesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/overrides',
    component: lazyRouteComponent(() => import('./OverridesPage.tsx'), 'OverridesPage'),
  }),
] as const;
