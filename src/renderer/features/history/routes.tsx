import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const historyRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/history',
    component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
  }),
] as const;
