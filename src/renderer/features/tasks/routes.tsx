import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export interface TasksSearch {
  readonly show?: 'settled' | undefined;
  /** Whose tasks only. */
  readonly who?: string | undefined;
}

export const tasksRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions/tasks',
    validateSearch: (search: Record<string, unknown>): TasksSearch => ({
      show: search['show'] === 'settled' ? 'settled' : undefined,
      who: typeof search['who'] === 'string' ? search['who'].slice(0, 300) : undefined,
    }),
    component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
  }),
] as const;
