import { createHashHistory, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { actionsRoutes } from '../features/actions/routes.tsx';
import { briefRoutes } from '../features/brief/routes.tsx';
import { bundlesRoutes } from '../features/bundles/routes.tsx';
import { calendarRoutes } from '../features/calendar/routes.tsx';
import { consentsRoutes } from '../features/consents/routes.tsx';
import { contactsRoutes } from '../features/contacts/routes.tsx';
import { duplicatesRoutes } from '../features/duplicates/routes.tsx';
import { directoryRoutes } from '../features/directory/routes.tsx';
import { custodyRoutes } from '../features/custody/routes.tsx';
import { entrustmentsRoutes } from '../features/entrustments/routes.tsx';
import { erasureRoutes } from '../features/erasure/routes.tsx';
import { historyRoutes } from '../features/history/routes.tsx';
import { impactRoutes } from '../features/impact/routes.tsx';
import { importsRoutes } from '../features/imports/routes.tsx';
import { incidentsRoutes } from '../features/incidents/routes.tsx';
import { meetingsRoutes } from '../features/meetings/routes.tsx';
import { multilateralRoutes } from '../features/multilateral/routes.tsx';
import { officersRoutes } from '../features/officers/routes.tsx';
import { plansRoutes } from '../features/plans/routes.tsx';
import { rhythmRoutes } from '../features/rhythm/routes.tsx';
import { reviewsRoutes } from '../features/reviews/routes.tsx';
import { overridesRoutes } from '../features/overrides/routes.tsx';
import { risksRoutes } from '../features/risks/routes.tsx';
import { settingsRoutes } from '../features/settings/routes.tsx';
import { RouteCrash } from '../features/shell/RouteCrash.tsx';
import { RoutePending } from '../features/shell/RoutePending.tsx';
import { tasksRoutes } from '../features/tasks/routes.tsx';
import { todayRoutes } from '../features/today/routes.tsx';
import { rootRoute } from './routes-root.tsx';

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true });
  },
});

const routeTree = rootRoute.addChildren([
  indexRoute,
  ...todayRoutes,
  ...contactsRoutes,
  ...duplicatesRoutes,
  ...erasureRoutes,
  ...meetingsRoutes,
  ...incidentsRoutes,
  ...risksRoutes,
  ...rhythmRoutes,
  ...actionsRoutes,
  ...plansRoutes,
  ...tasksRoutes,
  ...directoryRoutes,
  ...multilateralRoutes,
  ...consentsRoutes,
  ...overridesRoutes,
  ...briefRoutes,
  ...bundlesRoutes,
  ...entrustmentsRoutes,
  ...officersRoutes,
  ...calendarRoutes,
  ...custodyRoutes,
  ...historyRoutes,
  ...impactRoutes,
  ...importsRoutes,
  ...reviewsRoutes,
  ...settingsRoutes,
]);

/** Routes live behind `#`, so that the page's own address never changes under `app:`. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteCrash,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
