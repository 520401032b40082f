import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';

export const meetingsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings',
    component: lazyRouteComponent(() => import('./MeetingsPage.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/new',
    component: lazyRouteComponent(() => import('./NewMeetingPage.tsx'), 'NewMeetingPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$id',
    component: lazyRouteComponent(() => import('./MeetingPage.tsx'), 'MeetingPage'),
  }),
] as const;
