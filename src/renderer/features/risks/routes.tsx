import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const risksRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$id/assess',
    component: lazyRouteComponent(() => import('./AssessPage.tsx'), 'AssessPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/risks/$id/edit',
    component: lazyRouteComponent(() => import('./EditAssessmentPage.tsx'), 'EditAssessmentPage'),
  }),
] as const;
