import {
  CalendarClock,
  Contact,
  HandHeart,
  Handshake,
  ListChecks,
  ListTodo,
  Package,
  Paperclip,
  UserCheck,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import type { RecordType } from '../../../shared/model/record-type.ts';

export const RECORD_ICONS: Readonly<Record<RecordType, LucideIcon>> = {
  contact: Contact,
  relationship: Waypoints,
  'meeting-log': CalendarClock,
  promise: Handshake,
  'follow-up': ListTodo,
  'consent-event': HandHeart,
  action: ListChecks,
  attachment: Paperclip,
  officer: UserCheck,
  'bundle-entry': Package,
};
