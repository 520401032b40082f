import type { LinkProps } from '@tanstack/react-router';
import type { CalendarEntry } from '../../../shared/contract/calendar.ts';
import type { ContactTab } from '../contacts/routes.tsx';

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where an entry leads: to its record, or else to whom it is about. */
export function entryTarget({ kind, record, contacts }: CalendarEntry): Target {
  switch (record.type) {
    case 'hearing':
      return page('/hearings/$id', record.id);
    case 'custody':
      return page('/detentions/$id', record.id);
    case 'action':
      return page('/actions/$id', record.id);
    case 'meeting-log':
      return page('/meetings/$id', record.id);
    default:
  }
  const contactId = record.type === 'contact' ? record.id : contacts[0]?.id;
  if (contactId === undefined) return { to: kind === 'task' ? '/actions/tasks' : '/meetings' };
  switch (kind) {
    case 'detention-visit':
      return contactAt(contactId, 'detention');
    case 'consent-review':
    case 'consent-expiry':
      return contactAt(contactId, 'consent');
    case 'promise':
    case 'follow-up':
    case 'next-contact':
      return contactAt(contactId, 'meetings');
    case 'task':
    case 'plan-review':
      return contactAt(contactId, 'actions');
    default:
      return page('/contacts/$id', contactId);
  }
}

function page(to: NonNullable<LinkProps['to']>, id: string): Target {
  return { to, params: { id } as never };
}

function contactAt(id: string, tab: ContactTab): Target {
  return { to: '/contacts/$id', params: { id } as never, search: { tab } as never };
}
