import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export interface NewPlanSearch {
  /** The contact it is for. */
  readonly contact?: string | undefined;
}

export const plansRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/plans',
    component: lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/plans/new',
    validateSearch: (search: Record<string, unknown>): NewPlanSearch => ({
      contact: typeof search['contact'] === 'string' ? search['contact'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./NewPlanPage.tsx'), 'NewPlanPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/plans/$id',
    component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/plans/$id/edit',
    component: lazyRouteComponent(() => import('./EditPlanPage.tsx'), 'EditPlanPage'),
  }),
] as const;
