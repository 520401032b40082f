import {
  CalendarClock,
  Contact,
  History,
  House,
  ListChecks,
  Package,
  Settings,
  UserCheck,
  type LucideIcon,
} from 'lucide-react';

export interface NavItem {
  readonly to:
    | '/today'
    | '/contacts'
    | '/meetings'
    | '/actions'
    | '/bundles'
    | '/officers'
    | '/history'
    | '/settings';
  readonly name:
    'today' | 'contacts' | 'meetings' | 'actions' | 'bundles' | 'officers' | 'history' | 'settings';
  readonly icon: LucideIcon;
  /** Alt with this digit goes there. */
  readonly digit: number;
}

/** The places of the application, in the order of the day's work. */
export const NAV: readonly NavItem[] = [
  { to: '/today', name: 'today', icon: House, digit: 1 },
  { to: '/contacts', name: 'contacts', icon: Contact, digit: 2 },
  { to: '/meetings', name: 'meetings', icon: CalendarClock, digit: 3 },
  { to: '/actions', name: 'actions', icon: ListChecks, digit: 4 },
  { to: '/bundles', name: 'bundles', icon: Package, digit: 5 },
  { to: '/officers', name: 'officers', icon: UserCheck, digit: 6 },
  { to: '/history', name: 'history', icon: History, digit: 7 },
  { to: '/settings', name: 'settings', icon: Settings, digit: 8 },
];
