import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { REVIEW_MONTHS, type ReviewMonths } from '../../../shared/model/vocabulary/plan.ts';
import { rootRoute } from '../../app/routes-root.tsx';

export interface NewReviewSearch {
  readonly months?: ReviewMonths | undefined;
  /** An incident that somebody thinks answers the action: linked at first. */
  readonly incident?: string | undefined;
}

export const reviewsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions/$id/review',
    validateSearch: (search: Record<string, unknown>): NewReviewSearch => ({
      months: REVIEW_MONTHS.find((one) => one === Number(search['months'])),
      incident: typeof search['incident'] === 'string' ? search['incident'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./NewReviewPage.tsx'), 'NewReviewPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reviews/$id',
    component: lazyRouteComponent(() => import('./EditReviewPage.tsx'), 'EditReviewPage'),
  }),
] as const;
