import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const actionsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions',
    component: lazyRouteComponent(() => import('./ActionsPage.tsx'), 'ActionsPage'),
  }),
] as const;
