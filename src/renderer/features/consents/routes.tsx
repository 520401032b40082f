import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../shared/model/vocabulary/consent.ts';

export interface ConsentsSearch {
  /** Shows where every contact stands on this purpose; without it, what is to be asked again. */
  readonly purpose?: ConsentPurpose | undefined;
}

export const consentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/consents',
    validateSearch: (search: Record<string, unknown>): ConsentsSearch => ({
      purpose: CONSENT_PURPOSES.find((purpose) => purpose === search['purpose']),
    }),
    component: lazyRouteComponent(() => import('./ConsentsPage.tsx'), 'ConsentsPage'),
  }),
] as const;
