import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  LEDGER_FILTERS,
  RHYTHM_FILTERS,
  type LedgerFilter,
  type RhythmFilter,
} from '../../../shared/contract/rhythm.ts';
import { rootRoute } from '../../app/routes-root.tsx';

export const RHYTHM_TABS = ['overview', 'coverage', 'promises', 'told'] as const;
export type RhythmTab = (typeof RHYTHM_TABS)[number];

/** What is shown; kept in the address, so that going back comes back to it. */
export interface RhythmSearch {
  readonly tab?: RhythmTab | undefined;
  readonly filter?: RhythmFilter | undefined;
  /** What the ledger of promises shows. */
  readonly show?: LedgerFilter | undefined;
}

export const rhythmRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rhythm',
    validateSearch: (search: Record<string, unknown>): RhythmSearch => ({
      tab: RHYTHM_TABS.find((one) => one === search['tab']),
      filter: RHYTHM_FILTERS.find((one) => one === search['filter']),
      show: LEDGER_FILTERS.find((one) => one === search['show']),
    }),
    component: lazyRouteComponent(() => import('./RhythmPage.tsx'), 'RhythmPage'),
  }),
] as const;
