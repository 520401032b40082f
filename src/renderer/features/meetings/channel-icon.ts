import {
  Building,
  CalendarDays,
  Ellipsis,
  Handshake,
  Mail,
  MessageSquareLock,
  Phone,
  PhoneCall,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import type { MEETING_CHANNELS } from '../../../shared/model/vocabulary/meeting.ts';

/** One icon for each way of being in contact. */
export const CHANNEL_ICONS: Record<(typeof MEETING_CHANNELS)[number], LucideIcon> = {
  'in-person': Handshake,
  'visit-at-workplace': Building,
  phone: Phone,
  'secure-call': PhoneCall,
  'secure-message': MessageSquareLock,
  email: Mail,
  event: CalendarDays,
  'through-contact': Waypoints,
  other: Ellipsis,
};
