import {
  CalendarPlus,
  FileDown,
  Landmark,
  LifeBuoy,
  ListPlus,
  LockKeyhole,
  PackageOpen,
  PackagePlus,
  SquareCheck,
  TriangleAlert,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react';
import { NAV, type NavItem } from '../shell/nav.ts';

export const COMMANDS = [
  { id: 'new-contact', icon: UserRoundPlus, to: '/contacts/new' },
  { id: 'log-meeting', icon: CalendarPlus, to: '/meetings/new' },
  { id: 'plan-action', icon: ListPlus, to: '/actions/new' },
  { id: 'note-incident', icon: TriangleAlert, to: '/incidents/new' },
  { id: 'see-tasks', icon: SquareCheck, to: '/actions/tasks' },
  { id: 'see-directory', icon: LifeBuoy, to: '/directory' },
  { id: 'see-un', icon: Landmark, to: '/actions/un' },
  { id: 'export', icon: PackagePlus, to: '/bundles/export' },
  { id: 'import', icon: PackageOpen, to: '/bundles/import' },
  { id: 'vcard', icon: FileDown, to: '/imports' },
  { id: 'lock', icon: LockKeyhole, to: null },
] as const satisfies readonly { id: string; icon: LucideIcon; to: string | null }[];

export type Command = (typeof COMMANDS)[number];

/** Every place of the application, by the name that the side gives it. */
export const PLACES: readonly NavItem[] = NAV.flat();
