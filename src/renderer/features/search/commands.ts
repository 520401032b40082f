import {
  CalendarPlus,
  FileDown,
  ListPlus,
  LockKeyhole,
  PackageOpen,
  PackagePlus,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react';

export const COMMANDS = [
  { id: 'new-contact', icon: UserRoundPlus, to: '/contacts/new' },
  { id: 'log-meeting', icon: CalendarPlus, to: '/meetings/new' },
  { id: 'plan-action', icon: ListPlus, to: '/actions/new' },
  { id: 'export', icon: PackagePlus, to: '/bundles/export' },
  { id: 'import', icon: PackageOpen, to: '/bundles/import' },
  { id: 'vcard', icon: FileDown, to: '/imports' },
  { id: 'lock', icon: LockKeyhole, to: null },
] as const satisfies readonly { id: string; icon: LucideIcon; to: string | null }[];

export type Command = (typeof COMMANDS)[number];
