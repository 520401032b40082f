import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const erasureRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$id/forget',
    component: lazyRouteComponent(() => import('./ForgetPage.tsx'), 'ForgetPage'),
  }),
] as const;
