import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { OFFERED_SERVICES } from '../../../shared/model/vocabulary/plan.ts';
import { rootRoute } from '../../app/routes-root.tsx';
import type { DirectoryFilter } from './directory-filter.ts';

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : undefined;
}

export const directoryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/directory',
    validateSearch: (search: Record<string, unknown>): DirectoryFilter => ({
      text: words(search['text']),
      service: OFFERED_SERVICES.find((one) => one === search['service']),
      language: words(search['language']),
      country: words(search['country']),
    }),
    component: lazyRouteComponent(() => import('./DirectoryPage.tsx'), 'DirectoryPage'),
  }),
] as const;
