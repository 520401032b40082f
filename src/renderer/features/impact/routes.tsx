import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const IMPACT_TABS = ['reviews', 'backlash', 'pledges', 'assessment', 'paper'] as const;
export type ImpactTab = (typeof IMPACT_TABS)[number];

export interface ImpactSearch {
  readonly tab?: ImpactTab | undefined;
  /** Whose actions and incidents the backlash check shows. */
  readonly contact?: string | undefined;
  /** The year of the pledges and of the assessment. */
  readonly year?: number | undefined;
}

function yearOf(value: unknown): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year >= 1900 && year <= 9999 ? year : undefined;
}

export const impactRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/impact',
    validateSearch: (search: Record<string, unknown>): ImpactSearch => ({
      tab: IMPACT_TABS.find((one) => one === search['tab']),
      contact: typeof search['contact'] === 'string' ? search['contact'] : undefined,
      year: yearOf(search['year']),
    }),
    component: lazyRouteComponent(() => import('./ImpactPage.tsx'), 'ImpactPage'),
  }),
] as const;
