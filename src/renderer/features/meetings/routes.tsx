import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/routes-root.tsx';
import {
  MEETING_LOG_STATES,
  type MeetingLogState,
} from '../../../shared/model/vocabulary/meeting.ts';

export interface MeetingsSearch {
  /** Only this month: `2026-11`. */
  readonly month?: string | undefined;
  readonly state?: MeetingLogState | undefined;
}

export interface NewMeetingSearch {
  /** The contact the log is about. */
  readonly contact?: string | undefined;
  /** The sealed log that the new one corrects. */
  readonly corrects?: string | undefined;
}

export const meetingsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings',
    validateSearch: (search: Record<string, unknown>): MeetingsSearch => ({
      month:
        typeof search['month'] === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/u.test(search['month'])
          ? search['month']
          : undefined,
      state: MEETING_LOG_STATES.find((state) => state === search['state']),
    }),
    component: lazyRouteComponent(() => import('./MeetingsPage.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/new',
    validateSearch: (search: Record<string, unknown>): NewMeetingSearch => ({
      contact: typeof search['contact'] === 'string' ? search['contact'] : undefined,
      corrects: typeof search['corrects'] === 'string' ? search['corrects'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./NewMeetingPage.tsx'), 'NewMeetingPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$id',
    component: lazyRouteComponent(() => import('./MeetingPage.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$id/edit',
    component: lazyRouteComponent(() => import('./EditMeetingPage.tsx'), 'EditMeetingPage'),
  }),
] as const;
