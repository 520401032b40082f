import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ACTION_TYPES, type ActionType } from '../../../shared/model/vocabulary/action.ts';
import { rootRoute } from '../../app/routes-root.tsx';

export interface NewActionSearch {
  /** The contact it is for. */
  readonly contact?: string | undefined;
  readonly type?: ActionType | undefined;
  /** The organisation of the directory that somebody is referred to. */
  readonly organisation?: string | undefined;
  /** The plan it comes from, and the option of it that was chosen. */
  readonly plan?: string | undefined;
  readonly option?: string | undefined;
}

export interface EditActionSearch {
  /** The field of the particulars to begin with. */
  readonly field?: string | undefined;
}

export const actionsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions',
    component: lazyRouteComponent(() => import('./ActionsPage.tsx'), 'ActionsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions/new',
    validateSearch: (search: Record<string, unknown>): NewActionSearch => ({
      contact: typeof search['contact'] === 'string' ? search['contact'] : undefined,
      type: ACTION_TYPES.find((one) => one === search['type']),
      plan: typeof search['plan'] === 'string' ? search['plan'] : undefined,
      option: typeof search['option'] === 'string' ? search['option'] : undefined,
      organisation: typeof search['organisation'] === 'string' ? search['organisation'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./NewActionPage.tsx'), 'NewActionPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions/$id',
    component: lazyRouteComponent(() => import('./ActionPage.tsx'), 'ActionPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/actions/$id/edit',
    validateSearch: (search: Record<string, unknown>): EditActionSearch => ({
      field: typeof search['field'] === 'string' ? search['field'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./EditActionPage.tsx'), 'EditActionPage'),
  }),
] as const;
