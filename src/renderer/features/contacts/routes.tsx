import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts',
    component: lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/new',
    component: lazyRouteComponent(() => import('./NewContactPage.tsx'), 'NewContactPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$id',
    component: lazyRouteComponent(() => import('./ContactPage.tsx'), 'ContactPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$id/edit',
    component: lazyRouteComponent(() => import('./EditContactPage.tsx'), 'EditContactPage'),
  }),
] as const;
