import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  RISK_GROUPS,
  RISK_LEVELS,
  type ContactKind,
  type ContactState,
  type RiskGroup,
  type RiskLevel,
} from '../../../shared/model/vocabulary/contact.ts';
import { rootRoute } from '../../app/routes-root.tsx';
import { SUGGESTIONS } from '../directory/suggestions.ts';

export const CONTACT_SORTS = ['name', 'last-contact', 'next-due', 'risk'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

/** What the list is narrowed to; kept in the address, so that going back comes back to it. */
export interface ContactsSearch {
  readonly text?: string | undefined;
  readonly kind?: ContactKind | undefined;
  readonly risk?: RiskLevel | undefined;
  readonly group?: RiskGroup | undefined;
  readonly tag?: string | undefined;
  readonly state?: ContactState | undefined;
  readonly sort?: ContactSort | undefined;
}

/** What a new contact begins as: an organisation of the directory, empty or one that is suggested. */
export const NEW_ENTRIES = ['organisation', ...SUGGESTIONS.map(({ id }) => id)] as const;

export interface NewContactSearch {
  readonly entry?: (typeof NEW_ENTRIES)[number] | undefined;
}

export const CONTACT_TABS = [
  'overview',
  'meetings',
  'consent',
  'risk',
  'actions',
  'detention',
  'relationships',
  'files',
  'history',
] as const;
export type ContactTab = (typeof CONTACT_TABS)[number];

export interface ContactSearch {
  readonly tab?: ContactTab | undefined;
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : undefined;
}

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts',
    validateSearch: (search: Record<string, unknown>): ContactsSearch => ({
      text: words(search['text']),
      kind: CONTACT_KINDS.find((one) => one === search['kind']),
      risk: RISK_LEVELS.find((one) => one === search['risk']),
      group: RISK_GROUPS.find((one) => one === search['group']),
      tag: words(search['tag']),
      state: CONTACT_STATES.find((one) => one === search['state']),
      sort: CONTACT_SORTS.find((one) => one === search['sort']),
    }),
    component: lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/new',
    validateSearch: (search: Record<string, unknown>): NewContactSearch => ({
      entry: NEW_ENTRIES.find((one) => one === search['entry']),
    }),
    component: lazyRouteComponent(() => import('./NewContactPage.tsx'), 'NewContactPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$id',
    validateSearch: (search: Record<string, unknown>): ContactSearch => ({
      tab: CONTACT_TABS.find((one) => one === search['tab']),
    }),
    component: lazyRouteComponent(() => import('./ContactPage.tsx'), 'ContactPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/contacts/$id/edit',
    component: lazyRouteComponent(() => import('./EditContactPage.tsx'), 'EditContactPage'),
  }),
] as const;
