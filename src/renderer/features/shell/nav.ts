import {
  CalendarClock,
  CalendarDays,
  Contact,
  History,
  House,
  ListChecks,
  Package,
  Scale,
  Route,
  Settings,
  ShieldCheck,
  TriangleAlert,
  UserCheck,
  Waves,
  type LucideIcon,
} from 'lucide-react';
import type { LinkProps } from '@tanstack/react-router';
import type shell from '../../locales/en-GB/shell.json';

export interface NavItem {
  readonly to: NonNullable<LinkProps['to']>;
  readonly name: Exclude<keyof (typeof shell)['nav'], 'label'>;
  readonly icon: LucideIcon;
  /** Alt with this digit goes there; null for a place that is not of every day. */
  readonly digit: number | null;
}

/**
 * The places of the application in groups: the day's work, do no harm, what came of it, the vault
 * itself.
 */
export const NAV: readonly (readonly NavItem[])[] = [
  [
    { to: '/today', name: 'today', icon: House, digit: 1 },
    { to: '/contacts', name: 'contacts', icon: Contact, digit: 2 },
    { to: '/meetings', name: 'meetings', icon: CalendarClock, digit: 3 },
    { to: '/rhythm', name: 'rhythm', icon: Waves, digit: 4 },
    { to: '/calendar', name: 'calendar', icon: CalendarDays, digit: 5 },
  ],
  [
    { to: '/consents', name: 'consents', icon: ShieldCheck, digit: 6 },
    { to: '/incidents', name: 'incidents', icon: TriangleAlert, digit: 7 },
    { to: '/actions', name: 'actions', icon: ListChecks, digit: 8 },
    { to: '/plans', name: 'plans', icon: Route, digit: 9 },
  ],
  [{ to: '/impact', name: 'impact', icon: Scale, digit: null }],
  [
    { to: '/bundles', name: 'bundles', icon: Package, digit: null },
    { to: '/officers', name: 'officers', icon: UserCheck, digit: null },
    { to: '/history', name: 'history', icon: History, digit: null },
    { to: '/settings', name: 'settings', icon: Settings, digit: null },
  ],
];
