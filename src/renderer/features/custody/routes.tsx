import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export interface NewDetentionSearch {
  /** Who was arrested. */
  readonly contact?: string | undefined;
}

export interface NewVisitSearch {
  /** The detention in which they are to be visited. */
  readonly detention?: string | undefined;
}

export interface NewHearingSearch {
  /** Who is on trial. */
  readonly contact?: string | undefined;
  /** The hearing that it follows. */
  readonly after?: string | undefined;
}

export interface EditDetentionSearch {
  /** Whether they were released: the form begins with that. */
  readonly release?: true | undefined;
}

function id(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 40) : undefined;
}

export const custodyRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/detentions/new',
    validateSearch: (search: Record<string, unknown>): NewDetentionSearch => ({
      contact: id(search['contact']),
    }),
    component: lazyRouteComponent(() => import('./CustodyFormPages.tsx'), 'NewCustodyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/detentions/$id',
    component: lazyRouteComponent(() => import('./CustodyPage.tsx'), 'CustodyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/detentions/$id/edit',
    validateSearch: (search: Record<string, unknown>): EditDetentionSearch => ({
      release: search['release'] === true ? true : undefined,
    }),
    component: lazyRouteComponent(() => import('./CustodyFormPages.tsx'), 'EditCustodyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/visits/new',
    validateSearch: (search: Record<string, unknown>): NewVisitSearch => ({
      detention: id(search['detention']),
    }),
    component: lazyRouteComponent(() => import('./VisitFormPages.tsx'), 'NewVisitPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/visits/$id/edit',
    component: lazyRouteComponent(() => import('./VisitFormPages.tsx'), 'EditVisitPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hearings/new',
    validateSearch: (search: Record<string, unknown>): NewHearingSearch => ({
      contact: id(search['contact']),
      after: id(search['after']),
    }),
    component: lazyRouteComponent(() => import('./HearingFormPages.tsx'), 'NewHearingPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hearings/$id',
    component: lazyRouteComponent(() => import('./HearingPage.tsx'), 'HearingPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hearings/$id/edit',
    component: lazyRouteComponent(() => import('./HearingFormPages.tsx'), 'EditHearingPage'),
  }),
] as const;
