import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const duplicatesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/duplicates',
    component: lazyRouteComponent(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage'),
  }),
] as const;
