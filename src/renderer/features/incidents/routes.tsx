import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  INCIDENT_ACTS,
  VERIFICATIONS,
  type IncidentAct,
  type Verification,
} from '../../../shared/model/vocabulary/incident.ts';
import { NINE_RISKS, type NineRisk } from '../../../shared/model/vocabulary/risk.ts';
import { rootRoute } from '../../app/routes-root.tsx';

/** What the list is narrowed to; kept in the address, so that going back comes back to it. */
export interface IncidentsSearch {
  readonly risk?: NineRisk | undefined;
  readonly act?: IncidentAct | undefined;
  readonly verification?: Verification | undefined;
  readonly contact?: string | undefined;
  /** Calendar dates, both part of the period. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface NewIncidentSearch {
  /** The contact it was done to. */
  readonly contact?: string | undefined;
  /** The incident that led to it. */
  readonly follows?: string | undefined;
}

function id(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function day(value: unknown): string | undefined {
  const isDay = typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/u.test(value);
  return isDay ? value : undefined;
}

export const incidentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/incidents',
    validateSearch: (search: Record<string, unknown>): IncidentsSearch => ({
      risk: NINE_RISKS.find((one) => one === search['risk']),
      act: INCIDENT_ACTS.find((one) => one === search['act']),
      verification: VERIFICATIONS.find((one) => one === search['verification']),
      contact: id(search['contact']),
      from: day(search['from']),
      to: day(search['to']),
    }),
    component: lazyRouteComponent(() => import('./IncidentsPage.tsx'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/incidents/new',
    validateSearch: (search: Record<string, unknown>): NewIncidentSearch => ({
      contact: id(search['contact']),
      follows: id(search['follows']),
    }),
    component: lazyRouteComponent(() => import('./NewIncidentPage.tsx'), 'NewIncidentPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/incidents/$id',
    component: lazyRouteComponent(() => import('./IncidentPage.tsx'), 'IncidentPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/incidents/$id/edit',
    component: lazyRouteComponent(() => import('./EditIncidentPage.tsx'), 'EditIncidentPage'),
  }),
] as const;
