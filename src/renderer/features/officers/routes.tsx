import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const officersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/officers',
    component: lazyRouteComponent(() => import('./OfficersPage.tsx'), 'OfficersPage'),
  }),
] as const;
