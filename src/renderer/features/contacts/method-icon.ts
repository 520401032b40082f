import {
  AtSign,
  Globe,
  Handshake,
  Mail,
  MessageCircle,
  MessageCircleMore,
  MessagesSquare,
  Phone,
  Send,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ContactMethodKind } from '../../../shared/model/vocabulary/contact.ts';

export const METHOD_ICONS: Readonly<Record<ContactMethodKind, LucideIcon>> = {
  phone: Phone,
  signal: MessageCircle,
  whatsapp: MessageCircleMore,
  telegram: Send,
  email: AtSign,
  post: Mail,
  web: Globe,
  'in-person': Handshake,
  'through-contact': Users,
  other: MessagesSquare,
};
