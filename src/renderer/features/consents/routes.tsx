import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const consentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/consents',
    component: lazyRouteComponent(() => import('./ConsentsPage.tsx'), 'ConsentsPage'),
  }),
] as const;
