import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarDate } from '../../../shared/model/primitives.ts';
import { rootRoute } from '../../app/routes-root.tsx';
import { ENTRY_GROUPS, type EntryGroup } from './entry-groups.ts';

export const CALENDAR_VIEWS = ['month', 'week'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** What is looked at; kept in the address, so that going back comes back to it. */
export interface CalendarSearch {
  readonly view?: CalendarView | undefined;
  /** The chosen day; today without it. */
  readonly day?: string | undefined;
  /** The groups that are shown; all without it. */
  readonly show?: readonly EntryGroup[] | undefined;
}

export const calendarRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/calendar',
    validateSearch: (search: Record<string, unknown>): CalendarSearch => {
      const { view, day, show } = search;
      const shown = Array.isArray(show) ? ENTRY_GROUPS.filter((one) => show.includes(one)) : [];
      return {
        view: CALENDAR_VIEWS.find((one) => one === view),
        day: calendarDate.safeParse(day).data,
        show: shown.length === 0 ? undefined : shown,
      };
    },
    component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
  }),
] as const;
