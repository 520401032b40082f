import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const multilateralRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions/un',
    component: lazyRouteComponent(() => import('./MultilateralPage.tsx'), 'MultilateralPage'),
  }),
] as const;
